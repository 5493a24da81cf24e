using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Schedules;

/// <summary>Options of <c>warm-up</c>: <c>steps</c> or <c>epochs</c>.</summary>
/// <example>{ use: warm-up, epochs: 3, then: { use: cosine } }</example>
public sealed record WarmUpOptions : IValidatableObject
{
    /// <summary>Steps until the full learning rate, at least 1.</summary>
    [Range(1, 100_000_000)]
    public int? Steps { get; init; }

    /// <summary>Epochs until the full learning rate, at least 1.</summary>
    [Range(1, 1_000_000)]
    public int? Epochs { get; init; }

    /// <summary>Whether the learning rate rises with every step or every epoch. Default: step.</summary>
    public Pace Per { get; init; } = Pace.Step;

    /// <summary>The schedule that is warmed up; it counts from the first step too. Default: constant.</summary>
    public ISchedule? Then { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Steps is null == Epochs is null)
            yield return new ValidationResult($"it takes 'steps' or 'epochs', and {(Steps is null ? "neither is" : "both are")} given. Give one of them.");
        if (Per == Pace.Epoch && Steps is not null)
            yield return new ValidationResult("with 'per: epoch' the learning rate stays through an epoch. Give 'epochs' instead of 'steps'.", [nameof(Steps)]);
    }
}
