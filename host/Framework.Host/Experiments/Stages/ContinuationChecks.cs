using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Stages;

/// <summary>Checks stages that continue others, and those that are fitted on everything, as far as the document alone shows it.</summary>
internal sealed class ContinuationChecks(ProblemList problems)
{
    public void Check(MapNode stages)
    {
        foreach (var stage in stages.Entries)
        {
            if (stage.Value is not MapNode map)
                continue;
            if (ContinuedStages.Of(map) is { } name)
                CheckContinued(stage.Key, map, name, stages);
            if (IsFittedOnEverything(map))
                CheckEverything(stage.Key, map, stages);
        }
    }

    /// <summary>Whether nothing is left that the stage could be scored on.</summary>
    public static bool IsFittedOnEverything(Node? stage) => (stage as MapNode)?.Find("fit_on")?.Value is ScalarNode { Text: "everything" };

    private void CheckContinued(string stage, MapNode map, ScalarNode name, MapNode stages)
    {
        if (stages.Find(name.Text) is not { } other)
            problems.Add(name.Origin, $"the stage '{stage}' continues '{name.Text}', and there is no such stage.{NearestName.Suggest(name.Text, stages.Entries.Select(entry => entry.Key))}");
        else if (ContinuedStages.Of(other.Value) is not null)
            problems.Add(name.Origin, $"the stage '{stage}' continues '{name.Text}', which continues another one itself. Continue the stage that begins with a network of its own.");
        else if (Has(other.Value, "reads"))
            problems.Add(name.Origin, $"the stage '{stage}' continues '{name.Text}', which reads others. Only a stage that sees cases alone can be continued.");
        Refuse(stage, map, "continues another one", "reads", "cross_fit");
    }

    private void CheckEverything(string stage, MapNode map, MapNode stages)
    {
        Refuse(stage, map, "is fitted on everything", "reads", "cross_fit", "calibrate", "threshold", "ensemble");
        foreach (var other in stages.Entries)
        {
            if ((other.Value as MapNode)?.Find("reads")?.Value is ListNode reads && reads.Items.OfType<ScalarNode>().FirstOrDefault(read => read.Text == stage) is { } read)
                problems.Add(read.Origin, $"the stage '{other.Key}' reads '{stage}', which is fitted on everything and has no output of a case that it was not fitted on. Read the stage that it continues.");
        }
    }

    private void Refuse(string stage, MapNode map, string what, params string[] keys)
    {
        foreach (var key in keys.Where(key => Has(map, key)))
            problems.Add(map.Find(key)!.KeyOrigin, $"the stage '{stage}' {what}, which leaves no room for '{key}'. Leave '{key}' out.");
    }

    private static bool Has(Node stage, string key) => (stage as MapNode)?.Find(key) is { Value: { IsNull: false } and not ListNode { Items.Count: 0 } };
}
