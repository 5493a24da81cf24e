namespace Framework.Sdk;

/// <summary>What the labels of every case must fulfil, such as that one is there exactly where any of several others is.</summary>
/// <param name="Label">The label that follows from the others.</param>
/// <param name="Is">How it follows.</param>
/// <param name="Labels">The others, at least one.</param>
public sealed record LabelRule(string Label, LabelRelation Is, IReadOnlyList<string> Labels)
{
    /// <summary>Whether a case fulfils it. Missing labels are in nobody's way: what they could be, they may be.</summary>
    /// <param name="values">The case's labels.</param>
    /// <param name="label">The place of <see cref="Label"/> among them.</param>
    /// <param name="others">The places of <see cref="Labels"/>.</param>
    public bool Holds(IReadOnlyList<double> values, int label, IReadOnlyList<int> others)
    {
        if (double.IsNaN(values[label]))
            return true;
        var (some, all, missing) = (others.Any(at => values[at] > 0.5), others.All(at => values[at] > 0.5), others.Any(at => double.IsNaN(values[at])));
        var isPositive = values[label] > 0.5;
        if (!missing)
            return isPositive == (Is == LabelRelation.AnyOf ? some : all);
        return Is == LabelRelation.AnyOf ? isPositive || !some : !isPositive || others.All(at => double.IsNaN(values[at]) || values[at] > 0.5);
    }
}
