using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Variants;

/// <summary>
/// Puts back what stood at the places that variants lay their values over. A resolved experiment shows its first variant; what that says at such a place would be beneath all others
/// when the file is loaded again.
/// </summary>
internal static class VariedPlaces
{
    /// <summary>The resolved experiment with the document's own value at each place; without the place where the document has none.</summary>
    /// <param name="resolved">The first variant.</param>
    /// <param name="document">What it was made of.</param>
    /// <param name="places">Where values are laid over others.</param>
    public static ResolvedMap PutBack(ResolvedMap resolved, MapNode document, IEnumerable<IReadOnlyList<PathStep>> places) =>
        places.Aggregate(resolved, (root, place) => (ResolvedMap)Put(root, place, 0, At(document, place)));

    private static Node? At(Node document, IReadOnlyList<PathStep> place) => place.Aggregate((Node?)document, (node, step) => node switch
    {
        MapNode map when step.Key is not null => map.Find(step.Key)?.Value,
        ListNode list when step.Key is null && step.Index < list.Items.Count => list.Items[step.Index],
        _ => null,
    });

    private static ResolvedValue Put(ResolvedValue value, IReadOnlyList<PathStep> place, int depth, Node? original)
    {
        if (depth == place.Count)
            return original is null ? value : MatrixValue.Of(original);
        var (step, isLast) = (place[depth], depth == place.Count - 1);
        return value switch
        {
            ResolvedMap map when isLast && original is null => map.Without(step.Key!),
            ResolvedMap map => map with { Entries = [.. map.Entries.Select(entry => entry.Key == step.Key ? entry with { Value = Put(entry.Value, place, depth + 1, original) } : entry)] },
            ResolvedList list => list with { Items = [.. list.Items.Select((item, at) => at == step.Index ? Put(item, place, depth + 1, original) : item)] },
            _ => value,
        };
    }
}
