using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What a state to load and a module's own state have in common, and where they differ.</summary>
internal sealed class StateDifference
{
    private const int NamesShown = 8;
    private readonly List<(Tensor From, Tensor To)> _pairs = [];
    private readonly List<string> _shapes = [];

    public List<string> Missing { get; } = [];
    public List<string> Unexpected { get; } = [];

    public static StateDifference Between(Dictionary<string, Tensor> source, Dictionary<string, Tensor> target, IList<string> skip)
    {
        var difference = new StateDifference();
        difference.Unexpected.AddRange(source.Keys.Where(name => !target.ContainsKey(name) && !skip.Contains(name)));
        foreach (var (name, to) in target)
        {
            if (skip.Contains(name))
                continue;
            if (source.TryGetValue(name, out var from))
                difference.Pair(name, from, to);
            else
                difference.Missing.Add(name);
        }
        return difference;
    }

    private void Pair(string name, Tensor from, Tensor to)
    {
        if (!from.shape.AsSpan().SequenceEqual(to.shape))
            _shapes.Add($"'{name}' is [{string.Join(", ", from.shape)}], here [{string.Join(", ", to.shape)}]");
        _pairs.Add((from, to));
    }

    /// <summary>Null where the state can be loaded, else every difference in one message.</summary>
    public string? Describe(string module, bool strict)
    {
        var facts = new List<string>();
        if (strict && Missing.Count > 0)
            facts.Add($"it lacks {List(Missing.Select(Quote))}");
        if (strict && Unexpected.Count > 0)
            facts.Add($"it has {List(Unexpected.Select(Quote))}, unknown here");
        if (_shapes.Count > 0)
            facts.Add($"of another shape {List(_shapes)}");
        if (facts.Count == 0)
            return null;
        var remedy = _shapes.Count > 0 ? "Name in skip what should keep its values." : "Pass strict: false to load what both have.";
        return $"The state does not fit '{module}': {string.Join("; ", facts)}. {remedy}";
    }

    public void Copy()
    {
        using var quiet = no_grad();
        foreach (var (from, to) in _pairs)
            to.copy_(from);
    }

    private static string Quote(string name) => $"'{name}'";

    private static string List(IEnumerable<string> entries)
    {
        var all = entries.ToList();
        var shown = string.Join(", ", all.Take(NamesShown));
        return all.Count > NamesShown ? $"{shown} and {all.Count - NamesShown} more" : shown;
    }
}
