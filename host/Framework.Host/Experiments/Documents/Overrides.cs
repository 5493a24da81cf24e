namespace Framework.Host.Experiments.Documents;

/// <summary>Lays every <c>--set a.b[1]=value</c> over a document, in order.</summary>
internal sealed class Overrides(ProblemList problems)
{
    public MapNode Apply(MapNode root, IReadOnlyList<string> sets)
    {
        foreach (var set in sets)
            root = Apply(root, set);
        return root;
    }

    private MapNode Apply(MapNode root, string set)
    {
        var origin = new Origin($"--set {set}");
        var equals = set.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1 || OverridePath.Parse(set[..equals]) is not { } path)
        {
            problems.Add(origin, "an override has the form key=value: '--set stages.classify.trainer.epochs=2', '--set metrics[0]=auroc'.");
            return root;
        }

        return YamlReader.ReadValue(set[(equals + 1)..], origin, problems) is { } value
            ? new Override(path, value, origin, problems).Apply(root)
            : root;
    }
}
