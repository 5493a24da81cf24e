using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>Cases of any data as a model knows cases: with its labels in its order, missing where the data have none.</summary>
internal static class ForeignCases
{
    /// <summary>The cases under the model's labels.</summary>
    public static IReadOnlyList<Case> Of(DataIndex index, IReadOnlyList<string> labels)
    {
        int[] positions = [.. labels.Select(label => index.Labels.ToList().IndexOf(label))];
        if (index.Labels.SequenceEqual(labels))
            return index.Cases;
        return [.. index.Cases.Select(item => item with { Labels = [.. positions.Select(at => at < 0 ? double.NaN : item.Labels[at])] })];
    }
}
