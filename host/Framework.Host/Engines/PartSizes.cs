using Framework.Components.Reporting;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Counts the cases, subjects, positives and sites of a part.</summary>
internal static class PartSizes
{
    /// <summary>The size of a part in one fold of the first repeat.</summary>
    public static PartSummary Of(Part part, PreparedData data, int fold = 0)
    {
        var cases = data.Split.Cases(fold, part);
        return new PartSummary(
            part.ToString().ToLowerInvariant(),
            cases.Select(item => item.Subject).Distinct().Count(),
            cases.Count,
            [.. data.Index.Labels.Select((label, at) => (label, cases.Count(item => item.Labels[at] > 0)))])
        {
            Sites = [.. cases.GroupBy(item => item.Site).OrderBy(site => site.Key, StringComparer.Ordinal).Select(site => (site.Key, site.Select(item => item.Subject).Distinct().Count()))],
        };
    }
}
