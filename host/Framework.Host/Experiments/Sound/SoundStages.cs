using Framework.Host.Experiments.Documents;
using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Experiments.Sound;

/// <summary>The stages of a faulty document as far as they can be looked at.</summary>
/// <remarks>
/// A stage whose network or trainer is wrong keeps its transforms, so that samples still go through them. One whose place among the others is wrong is left out, and so are those that read it or go
/// on from it: what they would be given is not known.
/// </remarks>
internal sealed class SoundStages(WrongPlaces wrong)
{
    private const string Nobody = "?";

    private static readonly string[] Decisions = ["test_time", "calibrate", "threshold", "ensemble"];

    /// <summary>The stages; one that nothing is known of where none is left, so that data and split are still looked at.</summary>
    public MapNode Of(MapEntry? stages, Origin origin)
    {
        var all = stages?.Value is MapNode map ? map.Entries.Select(entry => entry with { Value = Kept(entry)! }).Where(entry => entry.Value is not null).ToList() : [];
        while (all.FirstOrDefault(stage => !IsServed((MapNode)stage.Value, all)) is { } unserved)
            all.Remove(unserved);
        return new MapNode(origin, all.Count > 0 ? all : [new MapEntry(Nobody, origin, new MapNode(origin, [Trainer(origin)]))]);
    }

    /// <summary>Whether something in a stage stands for what is wrong.</summary>
    public static bool HasStandIn(MapNode stage) => stage.Entries.Any(entry => entry.Value is StandInNode);

    private MapNode? Kept(MapEntry stage)
    {
        if (stage.Value is not MapNode { Entries.Count: > 0 } map)
            return null;
        var kept = map;
        foreach (var entry in map.Entries.Where(wrong.Has))
        {
            if (entry.Key is "transforms" or "model" or "trainer")
                kept = kept.With(entry with { Value = StandInFor(entry) });
            else if (Decisions.Contains(entry.Key))
                kept = kept.Without(entry.Key);
            else
                return null; // how it stands to the others, its own data, or an unknown key, which may be any of these misspelt
        }

        return kept.Find("trainer") is null && ContinuedStages.Of(kept) is null ? kept.With(Trainer(map.Origin)) : kept;
    }

    private static StandInNode StandInFor(MapEntry entry) => new(entry.Value.Origin, entry.Key switch
    {
        "transforms" => new[] { new TransformFields { Transform = StandIn.Of<ITransform>() } },
        "model" => StandIn.Of<IModelFactory>(),
        _ => StandIn.Of<ITrainer>(),
    });

    private static MapEntry Trainer(Origin origin) => new("trainer", origin, new StandInNode(origin, StandIn.Of<ITrainer>()));

    private static bool IsServed(MapNode stage, List<MapEntry> all)
    {
        var reads = (stage.Find("reads")?.Value as ListNode)?.Items.OfType<ScalarNode>().Select(read => read.Text) ?? [];
        var before = ContinuedStages.Of(stage) is { } other ? reads.Append(other.Text) : reads;
        return before.All(name => all.Find(entry => entry.Key == name)?.Value is MapNode found && !HasStandIn(found));
    }
}
