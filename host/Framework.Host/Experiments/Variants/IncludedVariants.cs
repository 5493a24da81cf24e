using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Variants;

/// <summary>Variants beside the cross product: <c>include: { by-slice: { split: { by: case, unsafe: true } } }</c> is the experiment as it stands in the file, with that laid over.</summary>
internal static class IncludedVariants
{
    /// <summary>The key below <c>matrix</c>.</summary>
    public const string Key = "include";

    /// <summary>The variants by their names; null where something is wrong, which is reported.</summary>
    /// <param name="node">What stands behind the key.</param>
    /// <param name="roots">The sections that a variant may change.</param>
    /// <param name="problems">Takes mistakes.</param>
    public static IReadOnlyList<MapEntry>? Of(Node node, IReadOnlyList<string> roots, ProblemList problems)
    {
        if (node is not MapNode { Entries.Count: > 0 } map || map.Entries.FirstOrDefault(entry => entry.Value is not MapNode { Entries.Count: > 0 }) is { })
        {
            if (node is not BrokenNode)
                problems.Add(node.Origin, $"'{Key}' is a mapping of names to what is laid over the experiment: {{ by-slice: {{ split: {{ by: case, unsafe: true }} }} }}.");
            return null;
        }

        var count = problems.Count;
        foreach (var variant in map.Entries)
        {
            if (!VariantNames.IsName(variant.Key))
                problems.Add(variant.KeyOrigin, VariantNames.WrongName(variant.Key));
            foreach (var section in ((MapNode)variant.Value).Entries.Where(section => !roots.Contains(section.Key)))
                problems.Add(section.KeyOrigin, $"'matrix' varies {string.Join(", ", roots.SkipLast(1))} and {roots[^1]}, and '{section.Key}' is none of these.{NearestName.Suggest(section.Key, roots)}");
        }

        return problems.Count == count ? map.Entries : null;
    }
}
