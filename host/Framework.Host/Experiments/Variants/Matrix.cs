using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Variants;

/// <summary>The cross product of values for places of an experiment: <c>matrix: { stages.classify.model.depth: [34, 50] }</c>.</summary>
internal sealed class Matrix
{
    /// <summary>The key of the file.</summary>
    public const string Key = "matrix";

    private const int MostVariants = 256;
    private static readonly string[] Roots = ["stages", "data", "split", "seed"];
    private readonly IReadOnlyList<Axis> _axes;

    private readonly IReadOnlyList<MapEntry> _included;

    private Matrix(Node node, IReadOnlyList<Axis> axes, IReadOnlyList<MapEntry> included) => (Node, _axes, _included) = (node, axes, included);

    /// <summary>What stands in the file.</summary>
    public Node Node { get; }

    /// <summary>The places where what the file says counts: values are laid over it, or variants beside the cross product have it as it stands.</summary>
    public IEnumerable<IReadOnlyList<PathStep>> LaidOver => _axes.Where(axis => axis.Names is not null || _included.Count > 0).Select(axis => axis.Path);

    /// <summary>The matrix of a document; null where there is none, or none that can be used, which is reported.</summary>
    public static Matrix? Of(MapNode document, ProblemList problems)
    {
        if (document.Find(Key) is not { Value.IsNull: false } entry || entry.Value is BrokenNode)
            return null;
        if (entry.Value is not MapNode { Entries.Count: > 0 } map)
        {
            problems.Add(entry.Value.Origin, $"'{Key}' is a mapping of places to lists of values: {{ stages.classify.model.depth: [34, 50] }}.");
            return null;
        }

        var included = map.Find(IncludedVariants.Key) is { } more ? IncludedVariants.Of(more.Value, Roots, problems) : [];
        var axes = map.Entries.Where(axis => axis.Key != IncludedVariants.Key).Select(axis => AxisOf(axis, problems)).ToList();
        if (axes.Contains(null) || included is null)
            return null;
        var count = axes.Aggregate(1L, (product, axis) => Math.Min(product * axis!.Values.Count, int.MaxValue)) + included.Count;
        if (count > MostVariants)
        {
            problems.Add(entry.KeyOrigin, $"'{Key}' makes {count:N0} variants, and an experiment has at most {MostVariants}. Take values away, or make several experiments.");
            return null;
        }

        return new Matrix(entry.Value, [.. axes.Select(axis => axis!)], included);
    }

    /// <summary>The name of each variant with what lays its values over a document, the last place changing fastest; then those that stand under <c>include</c>.</summary>
    public IEnumerable<(string Name, Func<MapNode, ProblemList, MapNode> Apply)> Variants()
    {
        IReadOnlyList<IReadOnlyList<int>> choices = [[]];
        foreach (var axis in _axes)
            choices = [.. choices.SelectMany(choice => Enumerable.Range(0, axis.Values.Count).Select(value => (IReadOnlyList<int>)[.. choice, value]))];
        var names = new VariantNames(_axes);
        var product = choices.Where(choice => choice.Count > 0)
            .Select(choice => (names.Of(choice), new Func<MapNode, ProblemList, MapNode>((document, problems) => Apply(document, choice, problems))));
        return product.Concat(_included.Select(variant => (variant.Key, new Func<MapNode, ProblemList, MapNode>((document, _) => (MapNode)Overlay.Merge(document, variant.Value)))));
    }

    private MapNode Apply(MapNode document, IReadOnlyList<int> choice, ProblemList problems)
    {
        for (var at = 0; at < _axes.Count; at++)
        {
            var value = _axes[at].Values[choice[at]];
            document = new Override(_axes[at].Path, value, _axes[at].Key, problems) { IsLaidOver = _axes[at].Names is not null }.Apply(document);
        }

        return document;
    }

    // Names become names of folders and units.
    private static Axis? Named(IReadOnlyList<PathStep> path, Origin key, MapNode named, ProblemList problems)
    {
        if (named.Entries.FirstOrDefault(entry => !VariantNames.IsName(entry.Key)) is { } wrong)
        {
            problems.Add(wrong.KeyOrigin, VariantNames.WrongName(wrong.Key));
            return null;
        }

        return new Axis(path, key, [.. named.Entries.Select(entry => entry.Value)], [.. named.Entries.Select(entry => entry.Key)]);
    }

    private static Axis? AxisOf(MapEntry entry, ProblemList problems)
    {
        if (OverridePath.Parse(entry.Key) is not { } path)
        {
            problems.Add(entry.KeyOrigin, $"'{entry.Key}' is no place in an experiment. A place is written 'stages.classify.model.depth' or 'stages.classify.transforms[1].size'.");
            return null;
        }

        if (!Roots.Contains(path[0].Key))
        {
            problems.Add(entry.KeyOrigin, $"'{Key}' varies stages, data, split and seed, and '{entry.Key}' is none of these.{NearestName.Suggest(path[0].Key!, Roots)}");
            return null;
        }

        if (entry.Value is ListNode { Items.Count: > 0 } list)
            return new Axis(path, entry.KeyOrigin, list.Items);
        if (entry.Value is MapNode { Entries.Count: > 0 } named)
            return Named(path, entry.KeyOrigin, named, problems);
        if (entry.Value is not BrokenNode)
            problems.Add(entry.Value.Origin, $"'{Key}' needs a list of values for '{entry.Key}', such as [34, 50], or a mapping of names to them.");
        return null;
    }
}
