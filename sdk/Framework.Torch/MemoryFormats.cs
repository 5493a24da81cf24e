using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>Lays tensors out with the channels of a pixel or voxel side by side, which convolutions may run faster on. Shapes and values stay.</summary>
/// <remarks>Needs no bridge: the strides come from a permutation.</remarks>
public static class MemoryFormats
{
    /// <summary>A tensor with channels last in memory: itself where it is laid out so already.</summary>
    /// <param name="tensor">(case, channel, y, x) or (case, channel, z, y, x); others come back as they are.</param>
    public static Tensor ChannelsLast(Tensor tensor) => tensor.Dimensions switch
    {
        4 => tensor.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2),
        5 => tensor.permute(0, 2, 3, 4, 1).contiguous().permute(0, 4, 1, 2, 3),
        _ => tensor.alias(),
    };

    /// <summary>Lays a module's convolution weights out with channels last, in place.</summary>
    /// <param name="module">On any device. Optimizers may exist already: the parameters stay the same objects.</param>
    /// <param name="spatial">How many axes of space: 2 for images, 3 for volumes. Weights of other convolutions stay.</param>
    public static void ToChannelsLast(nn.Module module, int spatial)
    {
        using var noGradient = no_grad();
        foreach (var parameter in module.parameters().Where(parameter => parameter.Dimensions == spatial + 2))
        {
            using var scope = NewDisposeScope();
            parameter.set_(ChannelsLast(parameter));
        }
    }
}
