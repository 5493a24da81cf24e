using System.Globalization;

namespace Framework.Components.Audit;

/// <summary>Images that are the same to the last bit, whatever they are called. Images of one value alone are left out: they are of nothing.</summary>
internal sealed class PixelCopyCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Look(AuditInput input)
    {
        var groups = Groups(input);
        var shared = PartPairs.Findings("pixels", AuditSeverity.Leak, groups, input, (count, parts) =>
            string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "image is" : "images are")} pixel for pixel in {parts}. Keep one of each, or give them one subject."));
        foreach (var finding in shared)
            yield return finding;
        if (groups.Count > 0)
        {
            yield return new AuditFinding
            {
                Kind = "pixels",
                Severity = AuditSeverity.Note,
                Count = groups.Count,
                Cases = PartPairs.Examples(groups, input.Index),
                Words = string.Create(CultureInfo.InvariantCulture, $"{groups.Sum(group => group.Length - 1):N0} cases are copies of others, pixel for pixel, within a part or between two."),
            };
        }
    }

    /// <summary>Cases by their number whose images are the same.</summary>
    public static IReadOnlyList<int[]> Groups(AuditInput input) =>
        [.. Enumerable.Range(0, input.Images.Count).Where(at => input.Images[at] is { IsFlat: false })
            .GroupBy(at => input.Images[at]!.Pixels).Select(group => group.ToArray()).Where(group => group.Length > 1)];
}
