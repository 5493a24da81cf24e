using Framework.Torch.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>Channels that layers add one after another, in one piece of memory: as concatenating them each time, without the copies.</summary>
/// <remarks>
/// For one contiguous image or volume, where the first channels of the memory are contiguous themselves. What has been read stays as it is, so
/// that gradients flow as through a concatenation.
/// </remarks>
public sealed class GrowingChannels : IDisposable
{
    private static readonly NativeOperator AppendChannels = new("framework::append_channels");
    private readonly Tensor _memory;

    private GrowingChannels(Tensor memory, Tensor first)
    {
        _memory = memory;
        using var none = first.narrow(1, 0, 0);
        All = AppendChannels.Call(memory, none, first);
    }

    /// <summary>All channels so far, (1, channel, y, x) or (1, channel, z, y, x).</summary>
    public Tensor All { get; private set; }

    /// <summary>Begins with the channels of one image; null where only a concatenation will do: several images, another memory format, no bridge.</summary>
    /// <param name="first">(image, channel, y, x) or (image, channel, z, y, x).</param>
    /// <param name="channels">How many there will be in the end.</param>
    public static GrowingChannels? TryBegin(Tensor first, long channels)
    {
        if (!Engine.IsAvailable || first.shape[0] != 1 || !first.is_contiguous())
            return null;
        long[] shape = [1, channels, .. first.shape[2..]];
        return new GrowingChannels(empty(shape, dtype: first.dtype, device: first.device), first);
    }

    /// <summary>Writes channels behind the others; <see cref="All"/> has them from now on.</summary>
    /// <param name="added">(1, channel, ...) of the same size and device.</param>
    public void Append(Tensor added)
    {
        using var before = All;
        All = AppendChannels.Call(_memory, before, added);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        All.Dispose();
        _memory.Dispose();
    }
}
