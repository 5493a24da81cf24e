using Framework.Components.Reporting;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Counts the cases, subjects and positives of a part, in the first fold.</summary>
internal static class PartSizes
{
    /// <summary>The size of a part.</summary>
    public static PartSummary Of(Part part, PreparedData data)
    {
        var cases = data.Split.Cases(fold: 0, part);
        return new PartSummary(
            part.ToString().ToLowerInvariant(),
            cases.Select(item => item.Subject).Distinct().Count(),
            cases.Count,
            [.. data.Index.Labels.Select((label, at) => (label, cases.Count(item => item.Labels[at] > 0)))]);
    }
}
