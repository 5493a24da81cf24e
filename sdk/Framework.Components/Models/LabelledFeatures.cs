namespace Framework.Components.Models;

/// <summary>What a logistic regression is fitted on.</summary>
public sealed record LabelledFeatures
{
    /// <summary>(case, feature); finite.</summary>
    public required IReadOnlyList<double[]> Features { get; init; }

    /// <summary>The class of each case, from 0.</summary>
    public required IReadOnlyList<int> Classes { get; init; }

    /// <summary>How much each case counts, at least 0. Default: 1.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>Number of classes: the largest there is, and 1.</summary>
    internal int ClassCount => Classes.Max() + 1;

    internal double Weight(int row) => Weights?[row] ?? 1;

    internal void Check()
    {
        if (Features.Count == 0 || Features.Count != Classes.Count || (Weights is not null && Weights.Count != Features.Count))
            throw new ArgumentException($"There are {Features.Count} rows of features, {Classes.Count} classes and {Weights?.Count ?? Features.Count} weights; there must be one of each a case, and at least one.");
        for (var row = 0; row < Features.Count; row++)
        {
            if (Features[row].Length != Features[0].Length)
                throw new ArgumentException($"Row {row} has {Features[row].Length} features, and row 0 has {Features[0].Length}.");
            if (Array.FindIndex(Features[row], value => !double.IsFinite(value)) is var at and >= 0)
                throw new ArgumentException($"Feature {at} of row {row} is {Features[row][at]}; it must be finite.");
            if (!(Weight(row) >= 0 && double.IsFinite(Weight(row))))
                throw new ArgumentException($"The weight of row {row} is {Weight(row)}; it must be a number of at least 0.");
        }

        if (Classes.Min() < 0)
            throw new ArgumentException("Classes are numbers from 0.");
        var counted = Enumerable.Range(0, Classes.Count).Where(row => Weight(row) > 0).Select(row => Classes[row]).ToHashSet();
        if (ClassCount < 2 || counted.Count < ClassCount)
            throw new ArgumentException($"There are cases of {counted.Count} of {Math.Max(2, ClassCount)} classes; a regression needs some of each.");
    }
}
