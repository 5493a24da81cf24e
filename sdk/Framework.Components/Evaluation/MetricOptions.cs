using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Framework.Components.Evaluation;

/// <summary>What every metric with intervals takes.</summary>
public abstract record MetricOptions : IValidatableObject
{
    /// <summary>An interval around each figure; none by default.</summary>
    public ConfidenceOptions? Confidence { get; init; }

    /// <summary>The formula that suits the metric beside resampling; null where none does.</summary>
    private protected virtual ConfidenceMethod? Formula => null;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Confidence is not { Method: ConfidenceMethod.Delong or ConfidenceMethod.Wilson } confidence || confidence.Method == Formula)
            yield break;
        var (method, what) = confidence.Method == ConfidenceMethod.Delong ? ("delong", "areas under ROC curves") : ("wilson", "proportions of cases");
        var formula = Formula is { } own ? $", bca or {own.ToString().ToLower(CultureInfo.InvariantCulture)}" : " or bca";
        yield return new ValidationResult($"'confidence.method' cannot be '{method}' here: that interval is for {what}. Use bootstrap{formula}.", [nameof(Confidence)]);
    }
}
