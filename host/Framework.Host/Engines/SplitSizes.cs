using System.Globalization;
using Framework.Components.Reporting;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Says in words what a split makes of the data: subjects, cases, positives and sites of each part of each fold.</summary>
internal static class SplitSizes
{
    /// <summary>One fact a part; of several repeats the first, the others being like it. Of what lies behind the lock, its size alone.</summary>
    public static IEnumerable<(string Name, string Value)> Describe(PreparedData data)
    {
        var split = data.Split;
        if (split.Repeats > 1)
            yield return ("split", $"{split.Folds} folds, {split.Repeats} times over; the first {split.Folds} are shown");
        for (var fold = 0; fold < split.Folds; fold++)
        {
            foreach (var part in CaseSplit.Parts.Select(part => PartSizes.Of(part, data, fold)).Where(part => part.Cases > 0))
                yield return (split.Folds == 1 ? part.Part : $"fold {fold}, {part.Part}", Describe(part));
        }

        if (split.External.Subjects > 0)
            yield return ("external", $"{split.External.Cases} cases of {split.External.Subjects} subjects, locked");
    }

    private static string Describe(PartSummary part)
    {
        var positives = string.Join(", ", part.Positives.Select(pair => $"{pair.Label} {pair.Count} ({Share(pair.Count, part.Cases)})"));
        var sites = part.Sites.Count < 2 ? "" : $"; subjects by site: {string.Join(", ", part.Sites.Select(pair => $"{(pair.Site.Length == 0 ? "unknown" : pair.Site)} {pair.Subjects}"))}";
        return $"{part.Cases} cases of {part.Subjects} subjects; positive: {positives}{sites}";
    }

    private static string Share(int count, int of) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / of:0.#} %");
}
