using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Controls;

/// <summary>What an experiment says a control must score, instead of what the control itself expects: <c>expect: { metric: auroc, below: 0.65 }</c>.</summary>
public sealed record ExpectedBand : IValidatableObject
{
    /// <summary>The metric that is judged, as in <c>metrics</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>The label; the figure over all labels where not given, or every label's where the metric has none over all.</summary>
    public string? Label { get; init; }

    /// <summary>What a row of the table is: <c>case</c>, or what cases are joined into.</summary>
    public string At { get; init; } = "case";

    /// <summary>The figure must be at most this.</summary>
    public double? Below { get; init; }

    /// <summary>The figure must be at least this.</summary>
    public double? Above { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Below is null && Above is null)
            yield return new ValidationResult("'expect' has neither 'below' nor 'above'. Give at least one of them.", [nameof(Below)]);
        else if (Below < Above)
            yield return new ValidationResult(FormattableString.Invariant($"'expect' wants a figure above {Above} and below {Below}, and there is none. Exchange them."), [nameof(Below)]);
    }

    /// <summary>Whether a figure lies within.</summary>
    internal bool Holds(double value) => !(value > Below) && !(value < Above);

    internal string Words => (Below, Above) switch
    {
        ({ } below, { } above) => FormattableString.Invariant($"{above} to {below} is expected"),
        ({ } below, _) => FormattableString.Invariant($"at most {below} is expected"),
        _ => FormattableString.Invariant($"at least {Above} is expected"),
    };
}
