using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace Framework.Components.Training;

/// <summary>
/// Which epoch's weights predict: <c>best</c> (of the lowest validation loss; the last where there is no validation part), <c>last</c>, or the best by a metric
/// on the validation part.
/// </summary>
/// <example>{ metric: auroc, label: any }</example>
public sealed record Selection : IParsable<Selection>, IValidatableObject
{
    /// <summary>The epoch of the lowest validation loss; the last where there is no validation part.</summary>
    public static Selection Best { get; } = new();

    /// <summary>The last epoch.</summary>
    public static Selection Last { get; } = new() { IsLast = true };

    /// <summary>The metric by which epochs are compared; whether more is better it says itself. Default: the loss.</summary>
    public IMetric? Metric { get; init; }

    /// <summary>The label whose figure counts. Default: the figure over all, or the mean over the labels where the metric has none.</summary>
    public string? Label { get; init; }

    /// <summary>Which figure counts where the metric has several. Default: the only one.</summary>
    public string? Figure { get; init; }

    /// <summary>Whether the last epoch predicts, whatever it scored.</summary>
    internal bool IsLast { get; private init; }

    /// <summary>Reads <c>best</c> or <c>last</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Selection Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' is no choice of an epoch. There are best and last; or give metric, as in {{ metric: auroc }}.");

    /// <inheritdoc cref="Parse" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Selection result)
    {
        result = s switch { "best" => Best, "last" => Last, _ => null };
        return result is not null;
    }

    /// <summary>What <see cref="Parse"/> reads, or the metric's figure.</summary>
    public override string ToString() => IsLast ? "last" : Metric is null ? "best" : $"{Metric.GetType().Name} {Label} {Figure}".TrimEnd();

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Metric is null && (Label ?? Figure) is not null)
            yield return new ValidationResult("'label' and 'figure' belong to a 'metric', and there is none. Add one, as in { metric: auroc, label: any }.", [nameof(Metric)]);
    }
}
