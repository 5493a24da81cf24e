using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Experiments.Sound;

/// <summary>What of a faulty document can still be looked at: the document without what is wrong, or with stand-ins where something must be.</summary>
/// <remarks>Nothing that is left rests on anything that is wrong, so that whatever is found in it is a mistake of its own and no consequence.</remarks>
internal sealed class SoundDocument(WrongPlaces wrong)
{
    // 'published' and 'headline' are the report's alone, and have been checked against the other keys.
    private static readonly string[] Listed = ["metrics", "controls", "explain", "predict"];
    private static readonly string[] Optional = ["seed", "phantom", "cache", "resources", "audit", "repeats", "levels", "readers"];

    /// <summary>The document.</summary>
    public MapNode Of(MapNode document)
    {
        var stages = new SoundStages(wrong).Of(document.Find("stages"), document.Origin);
        var kept = new List<MapEntry>
        {
            Name(document),
            Part(document, "data", () => new DataFields { Source = StandIn.Of<IDataSource>() }, IsWrittenWrongly(document)),
            Part(document, "split", StandIn.Of<ISplit>),
            new("stages", document.Origin, stages),
        };
        kept.AddRange(document.Entries.Where(entry => Optional.Contains(entry.Key) && !wrong.Has(entry)));
        kept.AddRange(document.Entries.Where(entry => Listed.Contains(entry.Key) && entry.Value is ListNode).Select(entry => entry with { Value = Items(entry, stages) }));
        return document with { Entries = kept };
    }

    private MapEntry Name(MapNode document) => document.Find("name") is { Value: ScalarNode { IsNull: false } } name && !wrong.Has(name) ? name
        : new MapEntry("name", document.Origin, new ScalarNode(document.Origin, "unnamed", Plain: false));

    private MapEntry Part(MapNode document, string key, Func<object> standIn, bool isWrong = false) =>
        !isWrong && document.Find(key) is { Value.IsNull: false } entry && !wrong.Has(entry) ? entry : new MapEntry(key, document.Origin, new StandInNode(document.Origin, standIn()));

    // Data that a phantom was to write are not there where nothing says how.
    private bool IsWrittenWrongly(MapNode document) => document.Find("phantom") is { } phantom ? wrong.Has(phantom)
        : document.Entries.Any(entry => wrong.Has(entry.KeyOrigin) && NearestName.Suggest(entry.Key, ["phantom"]).Length > 0);

    private ListNode Items(MapEntry list, MapNode stages)
    {
        var all = ((ListNode)list.Value).Items.Where(item => !wrong.Has(item));
        return ((ListNode)list.Value) with { Items = [.. list.Key is "explain" or "predict" ? all.Where(item => NamesSoundStage(item, stages)) : all] };
    }

    // Without a name it is the last stage, which may have been left out.
    private static bool NamesSoundStage(Node item, MapNode stages)
    {
        if ((item as MapNode)?.Find("stage")?.Value is ScalarNode { IsNull: false } name)
            return stages.Find(name.Text)?.Value is MapNode named && !SoundStages.HasStandIn(named);
        return stages.Entries.Count == 1 && stages.Entries[0].Value is MapNode only && !SoundStages.HasStandIn(only);
    }
}
