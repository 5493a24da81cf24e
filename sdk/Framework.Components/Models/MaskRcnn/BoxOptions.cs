using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>The box and mask heads of <c>mask-rcnn</c>. Defaults are torchvision's.</summary>
public sealed record BoxOptions
{
    /// <summary>Least probability of a finding.</summary>
    [Range(0.0, 1.0)]
    public double ScoreThreshold { get; init; } = 0.05;

    /// <summary>A finding is dropped where its intersection over union with a more probable one of its class is above this.</summary>
    [Range(0.0, 1.0)]
    public double NmsThreshold { get; init; } = 0.5;

    /// <summary>Findings in an image at most, the most probable ones.</summary>
    [Range(1, int.MaxValue)]
    public int DetectionsPerImage { get; init; } = 100;

    /// <summary>In training, a proposal is about an object from this intersection over union with it.</summary>
    [Range(0.0, 1.0)]
    public double Foreground { get; init; } = 0.5;

    /// <summary>In training, a proposal is about no object below this intersection over union; between the two it is left out.</summary>
    [Range(0.0, 1.0)]
    public double Background { get; init; } = 0.5;

    /// <summary>Proposals of an image that a training step learns from, drawn at random.</summary>
    [Range(1, int.MaxValue)]
    public int BatchSizePerImage { get; init; } = 512;

    /// <summary>How many of them at most are about an object, as a fraction.</summary>
    [Range(0.0, 1.0)]
    public double PositiveFraction { get; init; } = 0.25;

    /// <summary>
    /// In training, the share of the proposals about no object that are those which the region proposal network is surest of, such as vessels that look like the objects; the
    /// others are drawn at random. 0, as in torchvision, draws all of them.
    /// </summary>
    [Range(0.0, 1.0)]
    public double HardNegatives { get; init; }
}
