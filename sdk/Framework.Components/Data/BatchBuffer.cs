using System.Runtime.InteropServices;
using Framework.Torch;
using TorchSharp;

namespace Framework.Components.Data;

/// <summary>The memory of one batch, filled row by row from several threads and used again for a later batch.</summary>
internal sealed class BatchBuffer : IDisposable
{
    private readonly LoaderSettings _settings;
    private readonly int _caseLength;
    private readonly bool _channelsLast;
    private readonly torch.Tensor _memory;
    private readonly torch.Tensor _image;
    private readonly torch.Tensor _labels;
    private readonly Case[] _cases;

    public BatchBuffer(LoaderSettings settings)
    {
        _settings = settings;
        _caseLength = settings.Shape.Aggregate(1, (length, size) => checked(length * size));
        _channelsLast = settings.ChannelsLast && settings.Shape.Count == 3;
        long[] shape = [settings.BatchSize, .. settings.Shape.Select(size => (long)size)];
        _memory = Allocate(_channelsLast ? [shape[0], shape[2], shape[3], shape[1]] : shape);
        _image = _channelsLast ? _memory.permute(0, 3, 1, 2).DetachFromDisposeScope() : _memory;
        _labels = Allocate([settings.BatchSize, settings.Labels]);
        _cases = new Case[settings.BatchSize];
    }

    /// <summary>Puts a sample into a row. Rows may be written by several threads at once.</summary>
    public void Write(int row, Sample sample)
    {
        CheckShape(sample);
        _cases[row] = sample.Case;
        var image = Floats(_memory).Slice(row * _caseLength, _caseLength);
        if (_channelsLast)
            Interleave(sample.Image, image);
        else
            sample.Image.Pixels.CopyTo(image);
        var labels = Floats(_labels).Slice(row * _settings.Labels, _settings.Labels);
        for (var i = 0; i < labels.Length; i++)
            labels[i] = (float)sample.Case.Labels[i];
    }

    /// <summary>The first rows as a batch: views of this memory.</summary>
    public Batch View(int rows) => new(_cases[..rows], _image.narrow(0, 0, rows), _labels.narrow(0, 0, rows));

    public void Dispose()
    {
        _image.Dispose();
        _memory.Dispose();
        _labels.Dispose();
    }

    private torch.Tensor Allocate(long[] shape)
    {
        using var scope = torch.NewDisposeScope();
        var memory = _settings.Pinned ? Pinned.Empty(shape).zero_() : torch.zeros(shape, dtype: torch.ScalarType.Float32);
        return memory.DetachFromDisposeScope();
    }

    private void CheckShape(Sample sample)
    {
        var shape = sample.Image.Shape;
        if (!shape.SequenceEqual(_settings.Shape.ToArray()))
        {
            throw new DataFormatException(
                $"case '{sample.Case.Id}': its image is {Describe(shape.ToArray())} after the transforms; the first case's is {Describe(_settings.Shape)}. Add resize to the transforms.");
        }
    }

    private static string Describe(IReadOnlyList<int> shape) => string.Join(" x ", shape);

    private static Span<float> Floats(torch.Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    private static void Interleave(Image image, Span<float> to)
    {
        if (image.Channels == 3)
            Interleave(image, MemoryMarshal.Cast<float, Pixel>(to));
        else
            for (var channel = 0; channel < image.Channels; channel++)
                Scatter(image.Channel(channel), to[channel..], image.Channels);
    }

    // By far the most frequent number of channels: whole pixels at a time.
    private static void Interleave(Image image, Span<Pixel> pixels)
    {
        ReadOnlySpan<float> first = image.Channel(0)[..pixels.Length];
        ReadOnlySpan<float> second = image.Channel(1)[..pixels.Length];
        ReadOnlySpan<float> third = image.Channel(2)[..pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = new Pixel(first[i], second[i], third[i]);
    }

    private static void Scatter(ReadOnlySpan<float> channel, Span<float> to, int stride)
    {
        for (int i = 0, at = 0; i < channel.Length; i++, at += stride)
            to[at] = channel[i];
    }

    // A tuple will not do: its fields lie as the runtime likes.
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Pixel(float First, float Second, float Third);
}
