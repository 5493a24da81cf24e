using System.Runtime.InteropServices;
using TorchSharp;

namespace Framework.Components.Data.Loading;

/// <summary>The images of one batch, one below the other in memory. Bags lie instance by instance, so that a shorter batch is a view of the same memory.</summary>
internal sealed class ImageRows : IDisposable
{
    private const int InstanceAxis = 2;
    private readonly LoaderSettings _settings;
    private readonly bool _channelsLast;
    private readonly torch.Tensor _memory;
    private readonly torch.Tensor _image;
    private readonly long[] _instances;

    public ImageRows(LoaderSettings settings)
    {
        _settings = settings;
        if (settings.Bag is not null && settings.Shape.Count != 4)
            throw new ExperimentException($"bags are images (channel, instance, y, x), and the transforms leave {Describe(settings.Shape)}. Leave 'bag' out.");
        _channelsLast = settings.ChannelsLast && (settings.Shape.Count == 3 || (settings.Bag is not null && settings.InstanceDepth is null));
        _instances = new long[settings.BatchSize];
        using var scope = torch.NewDisposeScope();
        (_memory, _image) = Lay([settings.BatchSize, .. settings.Shape.Select(size => (long)size)]);
        _memory.DetachFromDisposeScope();
        _image.DetachFromDisposeScope();
    }

    /// <summary>Puts an image into a row. Rows may be written by several threads at once.</summary>
    public void Write(int row, Sample sample)
    {
        CheckShape(sample);
        var image = sample.Image;
        var to = Row(row);
        _instances[row] = image.Instances ?? image.Depth;
        if (_settings.Bag is null && !_channelsLast)
        {
            image.Pixels.CopyTo(to);
            return;
        }

        var instances = _settings.Bag is null ? 1 : (int)_instances[row];
        for (var instance = 0; instance < instances; instance++)
            Place(image, instance, to.Slice(instance * _settings.InstanceLength, _settings.InstanceLength));
    }

    /// <summary>The first rows: views of this memory.</summary>
    public torch.Tensor View(int rows)
    {
        if (_settings.Bag is null)
            return _image.narrow(0, 0, rows);
        var longest = Longest(rows);
        for (var row = 0; row < rows; row++)
            Row(row)[(int)(_instances[row] * _settings.InstanceLength)..(longest * _settings.InstanceLength)].Clear();
        using var all = _image.narrow(0, 0, rows);
        return all.narrow(InstanceAxis, 0, longest);
    }

    /// <summary>Instances of the longest bag among the first rows, at least 1.</summary>
    public int Longest(int rows) => (int)Math.Max(1, _instances.AsSpan(0, rows).ToArray().Max());

    /// <summary>Instances of one row.</summary>
    public int Count(int row) => (int)_instances[row];

    /// <summary>How many instances each of the first rows has; null where cases are no bags.</summary>
    public torch.Tensor? Instances(int rows) => _settings.Bag is null ? null : torch.tensor(_instances[..rows]);

    public void Dispose()
    {
        _image.Dispose();
        _memory.Dispose();
    }

    // As it lies in memory, and as it is seen: (case, channel, y, x), (case, channel, z, y, x), or bags as LoaderSettings.InputShape has them.
    private (torch.Tensor Memory, torch.Tensor Image) Lay(long[] shape)
    {
        var (cases, channels, rows, columns) = (shape[0], shape[1], shape[^2], shape[^1]);
        if (_settings.Bag is { } most)
            return LayBags(cases, most, channels, rows, columns);
        var memory = StagingMemory.Zeros(_channelsLast ? [cases, rows, columns, channels] : shape, _settings.Pinned);
        return (memory, _channelsLast ? memory.permute(0, 3, 1, 2) : memory.alias());
    }

    private (torch.Tensor Memory, torch.Tensor Image) LayBags(long cases, long most, long channels, long rows, long columns)
    {
        long[] instance = _channelsLast ? [rows, columns, channels] : _settings.InstanceDepth is { } depth ? [channels, depth, rows, columns] : [channels, rows, columns];
        var bags = StagingMemory.Zeros([cases, most, .. instance], _settings.Pinned);
        if (_settings.HoldsFeatures)
            return (bags, bags.view(cases, most, channels).permute(0, 2, 1));
        if (_settings.InstanceDepth is not null)
            return (bags, bags.permute(0, 2, 1, 3, 4, 5));
        return (bags, _channelsLast ? bags.permute(0, 4, 1, 2, 3) : bags.permute(0, 2, 1, 3, 4));
    }

    private Span<float> Row(int row) => StagingMemory.Floats(_memory).Slice(row * _settings.CaseLength, _settings.CaseLength);

    private void Place(Image image, int slice, Span<float> to)
    {
        var length = to.Length / image.Channels;
        if (_channelsLast && image.Channels == 3)
        {
            Interleave(Plane(image, 0, slice, length), Plane(image, 1, slice, length), Plane(image, 2, slice, length), MemoryMarshal.Cast<float, Pixel>(to));
            return;
        }

        for (var channel = 0; channel < image.Channels; channel++)
        {
            if (_channelsLast)
                Scatter(Plane(image, channel, slice, length), to[channel..], image.Channels);
            else
                Plane(image, channel, slice, length).CopyTo(to.Slice(channel * length, length));
        }
    }

    private static ReadOnlySpan<float> Plane(Image image, int channel, int slice, int length) => image.Channel(channel).Slice(slice * length, length);

    // By far the most frequent number of channels: whole pixels at a time.
    private static void Interleave(ReadOnlySpan<float> first, ReadOnlySpan<float> second, ReadOnlySpan<float> third, Span<Pixel> pixels)
    {
        first = first[..pixels.Length];
        second = second[..pixels.Length];
        third = third[..pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = new Pixel(first[i], second[i], third[i]);
    }

    private static void Scatter(ReadOnlySpan<float> channel, Span<float> to, int stride)
    {
        for (int i = 0, at = 0; i < channel.Length; i++, at += stride)
            to[at] = channel[i];
    }

    private void CheckShape(Sample sample)
    {
        int[] shape = sample.Image.Shape.ToArray();
        int[] expected = [.. _settings.Shape];
        if (_settings.Bag is { } most && IsBag(sample.Image, expected))
        {
            if ((sample.Image.Instances ?? shape[1]) is var count && count > most)
                throw new DataFormatException($"case '{sample.Case.Id}': it has {count} instances, and 'bag' sets memory aside for {most}. Raise 'bag', or leave instances out in the transforms.");
            return;
        }

        if (_settings.Bag is null && shape.AsSpan().SequenceEqual(expected))
            return;
        throw new DataFormatException(
            $"case '{sample.Case.Id}': its image is {Describe(shape)} after the transforms; the first case's is {Describe(expected)}. Add resize to the transforms.");
    }

    // Only the number of instances may differ, and whether they are volumes may not.
    private bool IsBag(Image image, int[] expected) =>
        image.Dimensions == 3 && image.Channels == expected[0] && image.Shape[2..].SequenceEqual(expected.AsSpan(2))
        && (_settings.InstanceDepth is { } depth ? image.Instances is { } count && count * depth == image.Depth : image.Instances is null);

    private static string Describe(IReadOnlyList<int> shape) => string.Join(" x ", shape);

    // A tuple will not do: its fields lie as the runtime likes.
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Pixel(float First, float Second, float Third);
}
