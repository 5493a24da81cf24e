namespace TorchSharp.Modules;

/// <summary>The numbers that define a convolution; arrays have one entry a spatial axis, in the order of the axes.</summary>
internal sealed record ConvolutionShape(long InChannels, long OutChannels, long[] KernelSize)
{
    public required long[] Stride { get; init; }
    public long[]? Padding { get; init; }
    public Padding? PaddingType { get; init; }
    public required long[] Dilation { get; init; }
    public long[]? OutputPadding { get; init; }
    public long Groups { get; init; } = 1;
    public bool Transposed { get; init; }
    public bool Bias { get; init; } = true;
    public PaddingModes PaddingMode { get; init; }
}
