namespace Framework.Components.Data.Cohorts;

/// <summary>Counts what each exclusion left out. A row is counted by the first rule that applies.</summary>
internal sealed class CohortFlow(IReadOnlyList<Exclusion> rules)
{
    private readonly int[] _removed = new int[rules.Count];
    private readonly List<(string Subject, int Step)> _rows = [];

    /// <summary>The row's number among those left out by a rule; null where no rule applies.</summary>
    public bool Removes(string subject, Func<Exclusion, string> cell)
    {
        var rule = 0;
        while (rule < rules.Count && !rules[rule].Applies(cell(rules[rule])))
            rule++;
        if (rule < rules.Count)
            _removed[rule]++;
        _rows.Add((subject, rule));
        return rule < rules.Count;
    }

    /// <summary>The steps from all rows to the cases of the index.</summary>
    public IReadOnlyList<FlowStep> Steps(IReadOnlyList<Case> cases)
    {
        var steps = new List<FlowStep> { new("rows of the tables", 0, _rows.Count, Subjects(from: 0)) };
        for (var rule = 0; rule < rules.Count; rule++)
            steps.Add(new FlowStep(rules[rule].Words, _removed[rule], steps[^1].Cases - _removed[rule], Subjects(rule + 1)));
        steps.Add(new FlowStep("cannot be used", steps[^1].Cases - cases.Count, cases.Count, cases.DistinctBy(item => item.Subject).Count()));
        return steps;
    }

    private int Subjects(int from) => _rows.Where(row => row.Step >= from && row.Subject.Length > 0).Select(row => row.Subject).Distinct(StringComparer.Ordinal).Count();
}
