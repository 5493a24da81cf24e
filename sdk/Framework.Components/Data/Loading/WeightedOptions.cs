namespace Framework.Components.Data.Loading;

/// <summary>Options of <c>weighted</c>.</summary>
/// <example>{ use: weighted, weights: { epidural: 10, any: 2 } }</example>
public sealed record WeightedOptions
{
    /// <summary>
    /// How often a case with that label is drawn, against a case without any label that is named, which is drawn with weight 1; above 0. Of several labels
    /// the greatest counts. Default: from the training part, cases / cases with the label; cases without any label have cases / their number.
    /// </summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();
}
