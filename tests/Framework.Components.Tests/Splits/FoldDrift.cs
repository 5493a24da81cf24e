namespace Framework.Components.Tests.Splits;

/// <summary>How far the counts of groups of subjects in each fold are from equal shares, counted plainly.</summary>
internal sealed class FoldDrift(IReadOnlyList<Subject> subjects, IReadOnlyList<int> folds, int count)
{
    /// <summary>Of all subjects.</summary>
    public double Size => Greatest(_ => "");

    /// <summary>Of subjects alike in all labels and in the site.</summary>
    public double Strata => Greatest(subject => $"{subject.Site} {string.Join(' ', subject.Labels)}");

    /// <summary>Of each site.</summary>
    public double Sites => Greatest(subject => subject.Site);

    /// <summary>Of each value of each label, missing ones included.</summary>
    public double Labels => Enumerable.Range(0, subjects[0].Labels.Count).Max(label => Greatest(subject => $"{subject.Labels[label]}"));

    /// <summary>The greatest distance from an equal share among the groups of a kind, in subjects.</summary>
    private double Greatest(Func<Subject, string> group)
    {
        var counts = new Dictionary<string, int[]>();
        for (var at = 0; at < subjects.Count; at++)
        {
            var name = group(subjects[at]);
            if (!counts.TryGetValue(name, out var own))
                counts.Add(name, own = new int[count]);
            own[folds[at]]++;
        }

        return counts.Values.Max(own => own.Max(there => Math.Abs(there - ((double)own.Sum() / count))));
    }
}
