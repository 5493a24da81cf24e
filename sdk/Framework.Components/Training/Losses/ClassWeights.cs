using System.Diagnostics.CodeAnalysis;

namespace Framework.Components.Training.Losses;

/// <summary>
/// How much a case counts by its class: <c>none</c> (1), <c>balanced</c> (the inverse ratio, cases / (classes x cases of the class) of the training part), or
/// figures by label.
/// </summary>
public sealed record ClassWeights : IParsable<ClassWeights>
{
    /// <summary>Weights by label, above 0; labels that are not named have 1.</summary>
    public IReadOnlyDictionary<string, double> ByLabel { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether weights come from the training part.</summary>
    internal bool IsBalanced { get; private init; }

    /// <summary>Reads <c>none</c> or <c>balanced</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static ClassWeights Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' is no weight of classes. There are none and balanced; or give by_label.");

    /// <inheritdoc cref="Parse" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ClassWeights result)
    {
        result = s switch
        {
            "none" => new ClassWeights(),
            "balanced" => new ClassWeights { IsBalanced = true },
            _ => null,
        };
        return result is not null;
    }

    /// <summary>What <see cref="Parse"/> reads, or the figures.</summary>
    public override string ToString() => IsBalanced ? "balanced" : ByLabel.Count == 0 ? "none" : string.Join(", ", ByLabel);

    /// <summary>Refuses weights of labels that are no class, or are not above 0.</summary>
    internal void Check(string component, IEnumerable<string> classes)
    {
        string[] known = [.. classes];
        foreach (var (label, weight) in ByLabel)
        {
            if (!known.Contains(label))
                throw new ExperimentException($"'weights' of '{component}' has a weight for '{label}', and there is no such class. There are {string.Join(", ", known)}.");
            if (!(weight > 0) || !double.IsFinite(weight))
                throw new ExperimentException(FormattableString.Invariant($"'weights' of '{label}' must be above 0; it is {weight}."));
        }
    }

    /// <summary>The weight of each class of one question.</summary>
    /// <param name="labels">The classes.</param>
    /// <param name="columns">Where they stand among the labels of a case.</param>
    /// <param name="cases">The training part.</param>
    internal double[] For(IReadOnlyList<string> labels, int[] columns, IReadOnlyList<Case> cases)
    {
        // Without training cases there is nothing to weigh, and nobody asks for the loss: only for probabilities.
        if (!IsBalanced || cases.Count == 0)
            return [.. labels.Select(label => ByLabel.GetValueOrDefault(label, 1))];
        var counts = Array.ConvertAll(columns, column => cases.Count(item => item.Labels[column] == 1));
        if (Array.IndexOf(counts, 0) is >= 0 and var empty)
            throw new TrainingException(
                $"'weights: balanced' has no ratio for '{labels[empty]}': none of {counts.Sum()} known cases to train on is of that class. Give weights by_label, or use more cases.");
        return Array.ConvertAll(counts, count => (double)counts.Sum() / (counts.Length * (double)count));
    }

    /// <summary>The weight of each class of the masks.</summary>
    /// <exception cref="ExperimentException">The trainer asks for no masks, a name is no class, or weights are to come from cases, whose voxels are not counted.</exception>
    internal double[] OfVoxels(string component, LossContext context)
    {
        MaskClasses.Require(component, context);
        if (IsBalanced)
            throw new ExperimentException($"'weights: balanced' of '{component}' counts cases, and over voxels there is nothing counted. Give weights by_label: {string.Join(", ", context.MaskClasses)}.");
        Check(component, context.MaskClasses);
        return [.. context.MaskClasses.Select(name => ByLabel.GetValueOrDefault(name, 1))];
    }
}
