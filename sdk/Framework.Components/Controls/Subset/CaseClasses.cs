namespace Framework.Components.Controls;

/// <summary>Which class a case is of, where a number of each is to be taken.</summary>
internal sealed class CaseClasses
{
    /// <summary>The place of the negatives in <see cref="Names"/>.</summary>
    public const int Negative = 1;

    private readonly int[] _labels;

    public CaseClasses(UnitRecipe recipe, string? label)
    {
        var labels = recipe.Labels.ToList();
        if (label is not null && !labels.Contains(label))
            throw new ExperimentException($"'subset' names the label '{label}', which the data do not have. They have {string.Join(", ", labels.Select(name => $"'{name}'"))}.");
        ArePositiveAndNegative = label is not null || recipe.Groups.Count == 0;
        _labels = label is not null ? [labels.IndexOf(label)]
            : recipe.Groups.Count > 0 ? [.. recipe.Groups[0].Labels.Select(name => labels.IndexOf(name))]
            : [.. Enumerable.Range(0, labels.Count)];
        Names = ArePositiveAndNegative ? ["positive", "negative"] : recipe.Groups[0].Labels;
    }

    /// <summary>Whether there are two classes, positive first.</summary>
    public bool ArePositiveAndNegative { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The place of the case's class in <see cref="Names"/>; -1 where nobody knows it.</summary>
    public int Of(Case item)
    {
        if (_labels.All(label => double.IsNaN(item.Labels[label])))
            return -1;
        var first = Array.FindIndex(_labels, label => item.Labels[label] > 0.5);
        return ArePositiveAndNegative ? (first >= 0 ? 0 : Negative) : first;
    }
}
