using Framework.Host.Experiments.Binding;

namespace Framework.Host.Experiments;

/// <summary>One place in which two experiments differ after bases, variables and defaults are filled in.</summary>
/// <param name="Path">The place: <c>stages.classify.trainer.epochs</c>; an entry of a list is named by its component, <c>transforms[resize].size</c>.</param>
/// <param name="Before">The value in the first; null where it has none.</param>
/// <param name="After">The value in the second; null where it has none.</param>
internal sealed record ExperimentDifference(string Path, ResolvedValue? Before, ResolvedValue? After)
{
    /// <summary>Every place in which they differ, in the order of the first.</summary>
    public static IReadOnlyList<ExperimentDifference> Between(ResolvedValue before, ResolvedValue after) => [.. Between("", before, after)];

    private static IEnumerable<ExperimentDifference> Between(string path, ResolvedValue before, ResolvedValue after) => (before, after) switch
    {
        (ResolvedMap first, ResolvedMap second) when Use(first) == Use(second) => Maps(path, first, second),
        (ResolvedList first, ResolvedList second) when first.Items.Concat(second.Items).Any(item => item is not ResolvedScalar) => Lists(path, first.Items, second.Items),
        _ => CanonicalJson.Write(before) == CanonicalJson.Write(after) ? [] : [new ExperimentDifference(path, before, after)],
    };

    private static IEnumerable<ExperimentDifference> Maps(string path, ResolvedMap before, ResolvedMap after)
    {
        foreach (var key in before.Entries.Concat(after.Entries).Select(entry => entry.Key).Distinct())
        {
            var place = path.Length == 0 ? key : $"{path}.{key}";
            var (first, second) = (Find(before, key), Find(after, key));
            var differences = first is null || second is null ? [new ExperimentDifference(place, first, second)] : Between(place, first, second);
            foreach (var difference in differences)
                yield return difference;
        }
    }

    /// <summary>Entries that stand for the same are told by what they are called, in the longest order that both lists have.</summary>
    private static IEnumerable<ExperimentDifference> Lists(string path, IReadOnlyList<ResolvedValue> before, IReadOnlyList<ResolvedValue> after)
    {
        var common = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
                common[i, j] = Name(before[i]) == Name(after[j]) ? 1 + common[i + 1, j + 1] : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        for (int i = 0, j = 0; i < before.Count || j < after.Count;)
        {
            if (i < before.Count && j < after.Count && Name(before[i]) == Name(after[j]))
            {
                foreach (var difference in Between($"{path}[{Name(before[i])}]", before[i++], after[j++]))
                    yield return difference;
            }
            else if (j == after.Count || (i < before.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return new ExperimentDifference($"{path}[{Name(before[i])}]", before[i++], null);
            }
            else
            {
                yield return new ExperimentDifference($"{path}[{Name(after[j])}]", null, after[j++]);
            }
        }
    }

    private static string Name(ResolvedValue value) => value is ResolvedMap map ? Use(map) ?? First(map) : ResolvedYaml.Inline(value);

    // Entries that are no components are told by their first key: a level by what it joins, a published value by its metric.
    private static string First(ResolvedMap map) => map.Entries.Count == 0 ? "" : ResolvedYaml.Inline(map.Entries[0].Value);

    private static string? Use(ResolvedMap map) => Find(map, "use") is ResolvedScalar { Value: string name } ? name : null;

    private static ResolvedValue? Find(ResolvedMap map, string key) => map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
}
