using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Segmentation;

/// <summary>How an image is segmented window by window.</summary>
/// <example>{ overlap: 0.5, blend: gaussian }</example>
public sealed record WindowOptions
{
    /// <summary>The window's voxels along z (volumes only), y and x. Default: the size of the first training image after the transforms.</summary>
    public IReadOnlyList<int> Size { get; init; } = [];

    /// <summary>The share of a window that the next one covers again, along each axis. Default: 0.25.</summary>
    [Range(0.0, 0.9)]
    public double Overlap { get; init; } = 0.25;

    /// <summary>How windows are weighted where they overlap: gaussian (the middle counts most) or constant. Default: gaussian.</summary>
    public WindowBlend Blend { get; init; } = WindowBlend.Gaussian;

    /// <summary>Windows that go through the network at once. Default: 4.</summary>
    [Range(1, 4096)]
    public int Batch { get; init; } = 4;
}
