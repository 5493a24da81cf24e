using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>The region proposal network of <c>mask-rcnn</c>. Defaults are torchvision's.</summary>
public sealed record ProposalOptions
{
    /// <summary>Anchors of each level of the pyramid that become proposals, before those that overlap are dropped.</summary>
    [Range(1, int.MaxValue)]
    public int BeforeNms { get; init; } = 1000;

    /// <summary>The same in training.</summary>
    [Range(1, int.MaxValue)]
    public int BeforeNmsInTraining { get; init; } = 2000;

    /// <summary>Proposals of an image at most, after those that overlap are dropped.</summary>
    [Range(1, int.MaxValue)]
    public int AfterNms { get; init; } = 1000;

    /// <summary>The same in training.</summary>
    [Range(1, int.MaxValue)]
    public int AfterNmsInTraining { get; init; } = 2000;

    /// <summary>A proposal is dropped where its intersection over union with a better one is above this.</summary>
    [Range(0.0, 1.0)]
    public double NmsThreshold { get; init; } = 0.7;

    /// <summary>Least objectness of a proposal, in 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double ScoreThreshold { get; init; }

    /// <summary>In training, an anchor is about an object from this intersection over union with it; each object's best anchors are so anyway.</summary>
    [Range(0.0, 1.0)]
    public double Foreground { get; init; } = 0.7;

    /// <summary>In training, an anchor is about no object below this intersection over union; between the two it is left out.</summary>
    [Range(0.0, 1.0)]
    public double Background { get; init; } = 0.3;

    /// <summary>Anchors of an image that a training step learns from, drawn at random.</summary>
    [Range(1, int.MaxValue)]
    public int BatchSizePerImage { get; init; } = 256;

    /// <summary>How many of them at most are about an object, as a fraction.</summary>
    [Range(0.0, 1.0)]
    public double PositiveFraction { get; init; } = 0.5;
}
