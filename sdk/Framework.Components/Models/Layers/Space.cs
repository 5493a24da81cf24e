using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Layers over two or three spatial axes: one definition of a network serves images and volumes.</summary>
internal sealed record Space(int Axes)
{
    /// <summary>The space of inputs (channel, y, x) or (channel, z, y, x).</summary>
    public static Space Of(IReadOnlyList<int> inputShape, string component) => inputShape.Count is 3 or 4
        ? new Space(inputShape.Count - 1)
        : throw new ExperimentException(
            $"'{component}' takes images (channel, y, x) or volumes (channel, z, y, x); the transforms leave {Axis(inputShape.Count)}, ({string.Join(", ", inputShape)}).");

    public Convolution Convolution(
        int channels, int outputs, int kernel, int stride = 1, int padding = 0, int dilation = 1, int groups = 1, bool bias = false) => Axes == 2
        ? nn.Conv2d(channels, outputs, kernel, stride: stride, padding: padding, dilation: dilation, groups: groups, bias: bias)
        : nn.Conv3d(channels, outputs, kernel, stride: stride, padding: padding, dilation: dilation, groups: groups, bias: bias);

    /// <summary>Twice the size along every axis, each element spread over a block of its own.</summary>
    public ConvolutionTranspose Doubling(int channels, int outputs) => Axes == 2
        ? nn.ConvTranspose2d(channels, outputs, 2, stride: 2)
        : nn.ConvTranspose3d(channels, outputs, 2, stride: 2);

    public NormBase BatchNorm(int channels) => Axes == 2 ? nn.BatchNorm2d(channels) : nn.BatchNorm3d(channels);

    public NormBase InstanceNorm(int channels) => Axes == 2 ? nn.InstanceNorm2d(channels, affine: true) : nn.InstanceNorm3d(channels, affine: true);

    public Tensor MaxPool(Tensor input, int size, int stride, int padding = 0) => Axes == 2
        ? nn.functional.max_pool2d(input, Each(size), Each(stride), Each(padding))
        : nn.functional.max_pool3d(input, Each(size), Each(stride), Each(padding));

    public nn.Module<Tensor, Tensor> MaxPooling(int size, int stride, int padding = 0) => Axes == 2
        ? nn.MaxPool2d(Each(size), Each(stride), Each(padding))
        : nn.MaxPool3d(Each(size), Each(stride), Each(padding));

    public Tensor AveragePool(Tensor input, int size) => Axes == 2
        ? nn.functional.avg_pool2d(input, Each(size), Each(size))
        : nn.functional.avg_pool3d(input, Each(size), Each(size));

    /// <summary>The mean of each channel over all of space: (case, channel).</summary>
    public Tensor Mean(Tensor input) => (Axes == 2
        ? nn.functional.adaptive_avg_pool2d(input, 1)
        : nn.functional.adaptive_avg_pool3d(input, 1)).flatten(1);

    private long[] Each(int size) => [.. Enumerable.Repeat((long)size, Axes)];

    private static string Axis(int count) => count == 1 ? "1 axis" : $"{count} axes";
}
