using Framework.Components.Evaluation.Levels;
using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments;

/// <summary>What must hold between <c>levels</c>, the <c>at</c> of metrics and that of <c>readers</c>.</summary>
internal sealed class LevelRules(ProblemList problems)
{
    private static readonly string[] Units = [.. Enum.GetNames<LevelUnit>().Select(YamlName.Value)];

    /// <summary>How tables name a metric's level.</summary>
    public static string NameOf(MetricLevel level) => YamlName.Value(level.ToString());

    /// <summary>Reports levels out of order, and places that name a level that is not there.</summary>
    public void Check(MapNode document)
    {
        var last = -1;
        var known = new List<string> { NameOf(MetricLevel.Case) };
        foreach (var by in Items(document, "levels").Select(level => level.Find("by")?.Value).OfType<ScalarNode>())
        {
            var unit = Array.IndexOf(Units, by.Text);
            if (unit >= 0 && unit <= last)
                problems.Add(by.Origin, $"'levels' goes from the smaller to the greater, each once: {string.Join(", ", Units)}; '{by.Text}' stands after '{Units[last]}'.");
            known.Add(by.Text);
            last = Math.Max(last, unit);
        }

        foreach (var at in Items(document, "metrics").Select(metric => metric.Find("at")?.Value).OfType<ListNode>().SelectMany(list => list.Items).OfType<ScalarNode>())
            CheckKnown(at, known, "a metric is computed");
        if ((document.Find("readers")?.Value as MapNode)?.Find("at")?.Value is ScalarNode { IsNull: false } read)
            CheckKnown(read, known, "readers called cases");
    }

    private void CheckKnown(ScalarNode at, List<string> known, string what)
    {
        if (!known.Contains(at.Text) && (Units.Contains(at.Text) || at.Text == NameOf(MetricLevel.Case)))
            problems.Add(at.Origin, $"{what} at '{at.Text}', and 'levels' does not join cases into it. Add {{ by: {at.Text}, take: mean }} to 'levels', or take '{at.Text}' away.");
    }

    private static IEnumerable<MapNode> Items(MapNode document, string key) => (document.Find(key)?.Value as ListNode)?.Items.OfType<MapNode>() ?? [];
}
