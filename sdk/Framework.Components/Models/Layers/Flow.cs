using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Layers one after the other.</summary>
internal static class Flow
{
    /// <summary>
    /// The layer's output; lets go of its input, so that a pass without gradients holds two activations at a time and not a whole block's.
    /// Where gradients are kept, libtorch holds what they need.
    /// </summary>
    public static Tensor Then(this Tensor input, nn.Module<Tensor, Tensor> layer)
    {
        using (input)
            return layer.call(input);
    }
}
