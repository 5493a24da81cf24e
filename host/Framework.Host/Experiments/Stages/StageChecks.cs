using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Stages;

/// <summary>Checks how stages read each other, as far as the document alone shows it.</summary>
internal sealed class StageChecks(ProblemList problems)
{
    public void Check(MapNode stages)
    {
        var reads = stages.Entries.ToDictionary(stage => stage.Key, stage => Reads(stage, stages));
        foreach (var stage in stages.Entries)
        {
            if (stage.Value is MapNode map)
                CheckKeys(stage.Key, map, reads[stage.Key].Count > 0, reads[stage.Key].Where(read => !IsCrossFitted(stages, read.Text)));
            CheckCycle(stage.Key, reads);
        }
    }

    /// <summary>The entries of <c>reads</c> that name a stage.</summary>
    private List<ScalarNode> Reads(MapEntry stage, MapNode stages)
    {
        var known = new List<ScalarNode>();
        foreach (var name in ((stage.Value as MapNode)?.Find("reads")?.Value as ListNode)?.Items.OfType<ScalarNode>() ?? [])
        {
            if (known.Any(other => other.Text == name.Text))
                problems.Add(name.Origin, $"the stage '{stage.Key}' reads '{name.Text}' twice. Name it once.");
            else if (stages.Find(name.Text) is not null)
                known.Add(name);
            else
                problems.Add(name.Origin, $"the stage '{stage.Key}' reads '{name.Text}', and there is no such stage.{NearestName.Suggest(name.Text, stages.Entries.Select(entry => entry.Key))}");
        }

        return known;
    }

    private void CheckKeys(string stage, MapNode map, bool hasReads, IEnumerable<ScalarNode> notCrossFitted)
    {
        foreach (var key in hasReads ? [] : new[] { "fit_on", "input" })
        {
            if (map.Find(key) is { Value.IsNull: false } entry && !(key == "fit_on" && ContinuationChecks.IsFittedOnEverything(map)))
                problems.Add(entry.KeyOrigin, $"'{key}' is for a stage that reads others, and '{stage}' reads none. Add 'reads', or leave '{key}' out.");
        }

        if (hasReads && map.Find("cross_fit") is { Value.IsNull: false } cross)
            problems.Add(cross.KeyOrigin, $"the stage '{stage}' reads others and cannot be cross-fitted itself: what it reads of a case may come from models that saw the case held out. "
                + "Let the stage behind it use 'fit_on: validate', and leave 'cross_fit' out.");
        if (map.Find("fit_on")?.Value is ScalarNode { Text: "train" } part)
        {
            foreach (var read in notCrossFitted)
                problems.Add(part.Origin, $"the stage '{stage}' is fitted on the training part, and '{read.Text}' has no outputs there but for the cases that it was fitted on itself. "
                    + $"Add 'cross_fit: 5' to '{read.Text}', or use 'fit_on: validate'.");
        }
    }

    private static bool IsCrossFitted(MapNode stages, string stage) => (stages.Find(stage)?.Value as MapNode)?.Find("cross_fit")?.Value is { IsNull: false };

    // A cycle is reported once, where the stage that comes first in the file reads.
    private void CheckCycle(string stage, Dictionary<string, List<ScalarNode>> reads)
    {
        if (Way(stage, stage, reads, []) is not { } way || way.Any(other => Position(reads, other) < Position(reads, stage)))
            return;
        problems.Add(reads[stage].First(read => read.Text == way[0]).Origin, $"the stage '{stage}' comes back to itself: {string.Join(" -> ", way.Prepend(stage))}. A stage reads earlier ones only; take one of these names away.");
    }

    private static List<string>? Way(string from, string to, Dictionary<string, List<ScalarNode>> reads, HashSet<string> seen)
    {
        foreach (var next in reads[from].Select(read => read.Text))
        {
            if (next == to)
                return [next];
            if (seen.Add(next) && Way(next, to, reads, seen) is { } rest)
                return [next, .. rest];
        }

        return null;
    }

    private static int Position(Dictionary<string, List<ScalarNode>> reads, string stage) => reads.Keys.ToList().IndexOf(stage);
}
