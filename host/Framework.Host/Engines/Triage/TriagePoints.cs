using Framework.Components.Decisions;
using Framework.Components.Evaluation.Decisions;
using Framework.Sdk;

namespace Framework.Host.Engines.Triage;

/// <summary>Operating points of series and subjects: each fit's threshold is chosen on its own validation part and tried on its own test part.</summary>
internal static class TriagePoints
{
    private static readonly double[] Sensitivities = [0.90, 0.95, 0.99];

    /// <summary>The points of the label that triage is about; none where there is no level above cases, or no such label.</summary>
    /// <param name="work">Says how cases are divided.</param>
    /// <param name="tables">Those of all units at every level.</param>
    public static IReadOnlyList<TriagePoint> Of(RunWork work, IReadOnlyList<UnitTable> tables) =>
    [
        .. from unit in tables
           where unit.At != LevelTables.Case && unit.Unit.Unit.Id is { Control: null, HeldOut: null } && unit.Table.Findings is null
           group unit by (unit.Unit.Unit.Id.Stage, unit.Unit.Unit.Id.Variant, unit.At) into own
           let label = LabelOf(work, own.First())
           where label is not null
           from asked in Sensitivities
           let calls = own.GroupBy(unit => unit.Unit).Select(unit => Calls(work, [.. unit], label, asked)).OfType<TwoByTwo>().ToList()
           where calls.Count > 0
           select new TriagePoint(own.Key.Stage, own.Key.Variant, own.Key.At, label, asked, calls.Aggregate(Add), calls.Count),
    ];

    // Whether there is anything at all, where the data know such a label; otherwise the one that the experiment is about.
    private static string? LabelOf(RunWork work, UnitTable table)
    {
        var (index, labels) = (work.DataOf(table.Unit.Unit.Id).Index, table.Table.Questions().Where(question => question.Labels.Length == 1).Select(question => question.Name).ToList());
        var any = index.LabelRules.FirstOrDefault(rule => rule.Is == LabelRelation.AnyOf)?.Label;
        return labels.Find(label => label == any) ?? labels.Find(label => label == work.Experiment.Headline?.Label) ?? (labels.Count == 1 ? labels[0] : null);
    }

    private static TwoByTwo? Calls(RunWork work, IReadOnlyList<UnitTable> unit, string label, double sensitivity)
    {
        var (validation, test) = (unit.FirstOrDefault(table => table.Split == "validate")?.Table, unit.FirstOrDefault(table => table.Split == "test")?.Table);
        if (validation is null || test is null)
            return null;
        var id = unit[0].Unit.Unit.Id;
        var question = new ValidationPredictions(work.DataOf(id).Split, id.Fold, id.Repeat, validation).Questions.Single(question => question.Name == label);
        if (!question.Targets.Contains(1) || !question.Targets.Contains(0))
            return null; // nothing that a threshold could be chosen on
        var threshold = new FixedSensitivityThreshold(new FixedRateOptions { At = sensitivity }).Fit(question);
        var (targets, outputs) = test.Column(test.Labels.ToList().IndexOf(label));
        return targets.Zip(outputs).Aggregate(default(TwoByTwo), (sum, row) => Add(sum, One(row.First > 0.5, row.Second >= threshold)));
    }

    private static TwoByTwo One(bool present, bool called) => new(present && called ? 1 : 0, !present && called ? 1 : 0, present && !called ? 1 : 0, !present && !called ? 1 : 0);

    private static TwoByTwo Add(TwoByTwo a, TwoByTwo b) =>
        new(a.TruePositives + b.TruePositives, a.FalsePositives + b.FalsePositives, a.FalseNegatives + b.FalseNegatives, a.TrueNegatives + b.TrueNegatives);
}
