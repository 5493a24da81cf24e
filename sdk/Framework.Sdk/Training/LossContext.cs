using TorchSharp;

namespace Framework.Sdk;

/// <summary>What a loss is made for.</summary>
public sealed record LossContext
{
    /// <summary>The names of the labels.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Which labels are the classes of one question.</summary>
    public IReadOnlyList<LabelGroup> Groups { get; init; } = [];

    /// <summary>The classes of each voxel, the background first; empty where masks are not asked for.</summary>
    public IReadOnlyList<string> MaskClasses { get; init; } = [];

    /// <summary>The training part's cases, and nothing else; empty where the loss is not minimised but gives the probabilities of a model fitted before.</summary>
    public required IReadOnlyList<Case> TrainingCases { get; init; }

    /// <summary>Where the loss is computed.</summary>
    public required torch.Device Device { get; init; }
}
