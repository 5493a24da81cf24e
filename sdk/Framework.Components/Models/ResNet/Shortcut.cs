using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>What carries a block's input past its convolutions.</summary>
internal static class Shortcut
{
    /// <summary>The 1x1 convolution that fits the input's shape to the block's output; null where it fits already.</summary>
    public static Sequential? Projection(Space space, int channels, int outputs, int stride) => stride == 1 && channels == outputs
        ? null
        : nn.Sequential(space.Convolution(channels, outputs, 1, stride: stride), space.BatchNorm(outputs));

    /// <summary>What is carried past: the input itself where there is no projection.</summary>
    public static Tensor Carry(Sequential? projection, Tensor input) =>
        projection is null ? input : ((Convolution)projection[0]).Then((NormBase)projection[1], input);
}
