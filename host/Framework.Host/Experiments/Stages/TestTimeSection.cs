using System.ComponentModel.DataAnnotations;
using Framework.Sdk;

namespace Framework.Host.Experiments.Stages;

/// <summary>Test-time augmentation: a case is predicted as it is and through further transforms, and outputs are averaged.</summary>
internal sealed record TestTimeSection
{
    /// <summary>What follows the stage's own transforms.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Bound<ITransform>> Transforms { get; init; }

    /// <summary>How often a case goes through them, each time with draws of its own.</summary>
    [Range(1, 1000)]
    public int Times { get; init; } = 1;

    /// <summary>Whether the case as it is counts too.</summary>
    public bool Plain { get; init; } = true;
}
