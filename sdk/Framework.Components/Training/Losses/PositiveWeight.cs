using System.Diagnostics.CodeAnalysis;

namespace Framework.Components.Training.Losses;

/// <summary>How much a positive counts against a negative: <c>none</c> (1), <c>balanced</c> (negatives / positives of the training part), or figures by label.</summary>
public sealed record PositiveWeight : IParsable<PositiveWeight>
{
    /// <summary>Weights by label, above 0; labels that are not named have 1.</summary>
    public IReadOnlyDictionary<string, double> ByLabel { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether weights come from the training part.</summary>
    internal bool IsBalanced { get; private init; }

    /// <summary>Reads <c>none</c> or <c>balanced</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static PositiveWeight Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' is no weight of positives. There are none and balanced; or give by_label.");

    /// <inheritdoc cref="Parse" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PositiveWeight result)
    {
        result = s switch
        {
            "none" => new PositiveWeight(),
            "balanced" => new PositiveWeight { IsBalanced = true },
            _ => null,
        };
        return result is not null;
    }

    /// <summary>What <see cref="Parse"/> reads, or the figures.</summary>
    public override string ToString() => IsBalanced ? "balanced" : ByLabel.Count == 0 ? "none" : string.Join(", ", ByLabel);

    /// <summary>The weight of each label.</summary>
    internal double[] For(LossContext context)
    {
        foreach (var (label, weight) in ByLabel)
        {
            if (!context.Labels.Contains(label))
                throw new ExperimentException($"'pos_weight' has a weight for '{label}', and there is no such label. There are {string.Join(", ", context.Labels)}.");
            if (!(weight > 0))
                throw new ExperimentException($"'pos_weight' of '{label}' must be above 0; it is {weight}.");
        }

        // Without training cases there is nothing to weigh, and nobody asks for the loss: only for probabilities.
        return IsBalanced && context.TrainingCases.Count > 0
            ? [.. Enumerable.Range(0, context.Labels.Count).Select(label => Balance(context, label))]
            : [.. context.Labels.Select(label => ByLabel.GetValueOrDefault(label, 1))];
    }

    private static double Balance(LossContext context, int label)
    {
        var positives = context.TrainingCases.Count(item => item.Labels[label] > 0.5);
        var negatives = context.TrainingCases.Count(item => item.Labels[label] <= 0.5);
        return positives > 0 && negatives > 0
            ? (double)negatives / positives
            : throw new TrainingException(
                $"'pos_weight: balanced' has no ratio for '{context.Labels[label]}': {positives} positive and {negatives} negative cases to train on. Give pos_weight by_label, or use more cases.");
    }
}
