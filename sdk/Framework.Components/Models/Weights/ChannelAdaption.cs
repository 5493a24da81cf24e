using static TorchSharp.torch;

namespace Framework.Components.Models.Weights;

/// <summary>A first convolution's weights for another number of input channels.</summary>
internal static class ChannelAdaption
{
    /// <summary>True where the shapes (output, input, ...) differ in the number of input channels only.</summary>
    public static bool Fits(IReadOnlyList<long> stored, long[] own) =>
        stored.Count == own.Length && own.Length > 2 && stored[1] > 0 && stored.Where((_, axis) => axis != 1).SequenceEqual(own.Where((_, axis) => axis != 1));

    public static void Copy(StoredTensor from, Tensor to, FirstConvolution way)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var stored = empty([.. from.Shape], dtype: to.dtype);
        from.CopyTo(stored);
        var channels = to.shape[1];
        to.copy_(way == FirstConvolution.Average
            ? stored.sum(1, keepdim: true) / channels
            : stored.index_select(1, arange(channels) % stored.shape[1]) * ((double)stored.shape[1] / channels));
    }
}
