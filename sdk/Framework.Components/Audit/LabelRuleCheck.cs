using System.Globalization;

namespace Framework.Components.Audit;

/// <summary>Cases whose labels contradict each other.</summary>
internal sealed class LabelRuleCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Look(AuditInput input)
    {
        foreach (var rule in input.Index.LabelRules.Concat(input.LabelRules).DistinctBy(Text))
        {
            var (label, others) = (Find(input.Index, rule.Label), rule.Labels.Select(name => Find(input.Index, name)).ToArray());
            int[] broken = [.. Enumerable.Range(0, input.Index.Cases.Count).Where(at => !rule.Holds(input.Index.Cases[at].Labels, label, others))];
            if (broken.Length == 0)
                continue;
            yield return new AuditFinding
            {
                Kind = "label-logic",
                Severity = AuditSeverity.Warning,
                Count = broken.Length,
                Cases = PartPairs.Examples(broken.Select(at => new[] { at }), input.Index),
                Words = string.Create(CultureInfo.InvariantCulture, $"in {broken.Length:N0} {(broken.Length == 1 ? "case" : "cases")} '{rule.Label}' is not {Relation(rule)} {string.Join(", ", rule.Labels)}. Correct the labels of these cases, or leave them out."),
            };
        }
    }

    private static int Find(DataIndex index, string label) => index.Labels.ToList().IndexOf(label) is >= 0 and var at
        ? at
        : throw new ExperimentException($"a rule names the label '{label}', which the data do not have. They have {string.Join(", ", index.Labels.Select(name => $"'{name}'"))}.");

    private static string Relation(LabelRule rule) => rule.Is == LabelRelation.AnyOf ? "1 exactly where any is of" : "1 exactly where all are of";

    private static string Text(LabelRule rule) => $"{rule.Label} {rule.Is} {string.Join(' ', rule.Labels)}";
}
