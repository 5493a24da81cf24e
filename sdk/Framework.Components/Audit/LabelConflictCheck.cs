using System.Globalization;

namespace Framework.Components.Audit;

/// <summary>Copies of one image whose labels differ: at least one of them is wrong.</summary>
internal sealed class LabelConflictCheck : IAuditCheck
{
    private const string Level = "level";

    public IEnumerable<AuditFinding> Look(AuditInput input)
    {
        var cases = input.Index.Cases;
        var instances = Enumerable.Range(0, cases.Count).Where(at => cases[at].Instance.Length > 0)
            .GroupBy(at => cases[at].Instance, StringComparer.Ordinal).Select(group => group.ToArray()).Where(group => group.Length > 1);
        int[][] conflicts = [.. PixelCopyCheck.Groups(input).Concat(instances).SelectMany(group => OfOneLevel(group, cases)).Where(group => Differ(group, cases)).DistinctBy(group => string.Join(' ', group))];
        if (conflicts.Length == 0)
            yield break;
        yield return new AuditFinding
        {
            Kind = "label-conflict",
            Severity = AuditSeverity.Warning,
            Count = conflicts.Length,
            Cases = PartPairs.Examples(conflicts, input.Index),
            Words = string.Create(CultureInfo.InvariantCulture, $"{conflicts.Length:N0} {(conflicts.Length == 1 ? "image stands" : "images stand")} there more than once with different labels. Correct the labels, or leave the copies out."),
        };
    }

    // Cases about several levels of one image (discs of a spine) have labels of their own each.
    private static IEnumerable<int[]> OfOneLevel(int[] group, IReadOnlyList<Case> cases) =>
        group.GroupBy(at => cases[at].Attributes.GetValueOrDefault(Level), StringComparer.Ordinal).Select(same => same.ToArray()).Where(same => same.Length > 1);

    private static bool Differ(int[] group, IReadOnlyList<Case> cases) =>
        group.Skip(1).Any(at => cases[at].Labels.Zip(cases[group[0]].Labels).Any(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second) && pair.First != pair.Second));
}
