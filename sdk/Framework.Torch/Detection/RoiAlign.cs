using Framework.Torch.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Detection;

/// <summary>The features under boxes of any size, averaged from bilinear samples into grids of one size (He et al. 2017, arXiv:1703.06870).</summary>
/// <remarks>
/// As <c>torchvision.ops.roi_align</c>: a sample more than a pixel outside the image counts as 0. Computed in float32 (float64 features: float64), whatever
/// the features' type and autocast; the result has the features' type. Gradients flow to the features, not to the boxes. A native kernel on the CPU,
/// tensor operators on other devices.
/// </remarks>
public sealed record RoiAlign
{
    private static readonly NativeOperator Align = new("framework::roi_align");
    private static readonly NativeOperator AlignComposed = new("framework::roi_align_composed");

    /// <summary>Rows of the grid.</summary>
    public required int Height { get; init; }

    /// <summary>Columns of the grid.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels of the features to one pixel of the image that the boxes are in; 1 by default.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Samples along each side of a grid cell; 0 or less takes as many as the cell has pixels, rounded up. Adaptive by default.</summary>
    public int SamplingRatio { get; init; } = -1;

    /// <summary>Whether pixels are counted from their centres, half a pixel further, so that nothing is shifted; no by default, as in the first detectors.</summary>
    public bool Aligned { get; init; }

    /// <summary>Averages the features.</summary>
    /// <param name="features">(image, channel, y, x), in any memory format; channels-last is quickest.</param>
    /// <param name="boxes">(box, 5): the image's number from 0, then x1, y1, x2, y2 in pixels of the image.</param>
    /// <returns>(box, channel, y, x), channels-last.</returns>
    /// <exception cref="EngineException">There is no bridge to libtorch.</exception>
    public Tensor Apply(Tensor features, Tensor boxes) => Apply(Align, features, boxes);

    /// <summary>The same from tensor operators alone, which is what devices without a kernel do.</summary>
    internal Tensor ApplyComposed(Tensor features, Tensor boxes) => Apply(AlignComposed, features, boxes);

    private Tensor Apply(NativeOperator align, Tensor features, Tensor boxes) =>
        align.Call(features, boxes, Scale, Height, Width, SamplingRatio, Aligned);
}
