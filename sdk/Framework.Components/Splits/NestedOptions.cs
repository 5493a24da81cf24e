namespace Framework.Components.Splits;

/// <summary>Options of <c>nested</c>.</summary>
/// <example>{ use: nested, outer: { use: k-fold, folds: 5 }, inner: { use: k-fold, folds: 4 } }</example>
public sealed record NestedOptions
{
    /// <summary>Tells whom scores are reported on.</summary>
    public required ISplit Outer { get; init; }

    /// <summary>Divides the training part of each outer fold anew: what it would test on, epochs and thresholds are chosen on.</summary>
    public required ISplit Inner { get; init; }
}
