using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Schedules;

/// <summary>Options of <c>cosine-restarts</c>.</summary>
public sealed record CosineRestartsOptions : IValidatableObject
{
    /// <summary>Epochs of the first cycle, at least 1.</summary>
    [Range(1, 1_000_000)]
    public required int Epochs { get; init; }

    /// <summary>Epochs of the cycles after the first, in order, each at least 1; after them lengths grow from the last. Default: none.</summary>
    public IReadOnlyList<int> Then { get; init; } = [];

    /// <summary>How many times longer each cycle is than the one before, at least 1. Default: 1.</summary>
    [Range(1, 100)]
    public int Growth { get; init; } = 1;

    /// <summary>Where the factor ends in each cycle, 0 to 1. Default: 0.</summary>
    [Range(0.0, 1.0)]
    public double Floor { get; init; }

    /// <summary>Whether the learning rate changes with every step, which counts as a part of its epoch, or with every epoch. Default: epoch.</summary>
    public Pace Per { get; init; } = Pace.Epoch;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Then.Any(epochs => epochs < 1))
            yield return new ValidationResult("a cycle in 'then' has at least 1 epoch.", [nameof(Then)]);
    }
}
