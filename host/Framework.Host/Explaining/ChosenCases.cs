using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Explaining;

/// <summary>Picks the predictions that an explainer is asked about: at most one of a subject.</summary>
internal static class ChosenCases
{
    /// <summary>Rows of the table, the first choice first.</summary>
    /// <param name="table">The stage's predictions.</param>
    /// <param name="label">Position among its labels.</param>
    /// <param name="cases">Which ones, and how many.</param>
    /// <param name="random">For a random choice; not advanced.</param>
    /// <param name="known">The cases by identity: a choice by chance follows from what they are, whatever pseudonyms they have.</param>
    public static IReadOnlyList<int> Of(Predictions table, int label, ExplainedCases cases, RandomStream random, IReadOnlyDictionary<string, Case> known)
    {
        var rows = Enumerable.Range(0, table.Rows.Count).Where(row => !double.IsNaN(table.Target(row, label)));
        var ordered = cases.Choose switch
        {
            CaseChoice.MostConfident => rows.Where(row => table.Target(row, label) > 0.5).OrderByDescending(row => table.Output(row, label)),
            CaseChoice.Positive => rows.Where(row => table.Target(row, label) > 0.5).OrderBy(Drawn),
            CaseChoice.Worst => rows.OrderByDescending(row => Math.Abs(table.Output(row, label) - table.Target(row, label))),
            _ => rows.OrderBy(Drawn),
        };
        return [.. ordered.DistinctBy(row => table.Rows[row].Subject).Take(cases.Take)];

        ulong Drawn(int row) => random.Derive("explain").Derive(known[table.Rows[row].Case].RandomKey).Key;
    }

    /// <summary>The position of the label to explain: the one named, or the one with the most positive cases.</summary>
    /// <exception cref="ExperimentException">There is no such label.</exception>
    public static int LabelOf(ExplainSection section, IReadOnlyList<string> labels, Func<int, int> positives)
    {
        if (section.Label is not { } name)
            return Enumerable.Range(0, labels.Count).MaxBy(positives);
        for (var at = 0; at < labels.Count; at++)
        {
            if (labels[at] == name)
                return at;
        }

        throw new ExperimentException($"'explain' asks '{section.Explainer.Name}' for the label '{name}', which the data do not have. Use one of {string.Join(", ", labels.Select(label => $"'{label}'"))}.");
    }
}
