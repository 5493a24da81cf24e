using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Stages;

/// <summary>A stage that continues another is that stage with its own keys laid over: the same transforms and network, and the trainer with what is said anew.</summary>
internal sealed class ContinuedStages
{
    private const string Key = "continues";

    // What is joined into outputs and decisions belongs to the stage that is continued.
    private static readonly string[] Taken = ["data", "transforms", "model", "trainer", "test_time"];

    private readonly MapNode _document;

    /// <summary>Fills the stages of a document.</summary>
    public ContinuedStages(MapNode document)
    {
        _document = document;
        Filled = document.Find("stages") is { Value: MapNode stages } entry
            ? document.With(entry with { Value = stages with { Entries = [.. stages.Entries.Select(stage => stage with { Value = Fill(stage.Value, stages) })] } })
            : document;
    }

    /// <summary>The document with everything that such stages have.</summary>
    public MapNode Filled { get; }

    /// <summary>The stage that another continues, as it stands in the file; null where it continues none.</summary>
    public static ScalarNode? Of(Node stage) => (stage as MapNode)?.Find(Key)?.Value as ScalarNode is { IsNull: false } name ? name : null;

    /// <summary>A resolved experiment in which such stages have their own keys alone, so that what it says of the other stage holds for them too when it is loaded again.</summary>
    public ResolvedMap Trim(ResolvedMap resolved) => resolved with
    {
        Entries = [.. resolved.Entries.Select(entry => entry.Key == "stages" ? entry with { Value = TrimStages((ResolvedMap)entry.Value) } : entry)],
    };

    private static Node Fill(Node stage, MapNode stages)
    {
        if (stage is not MapNode own || Of(stage) is not { } name || stages.Find(name.Text)?.Value is not MapNode other || Of(other) is not null)
            return stage; // what is wrong is reported elsewhere
        var lower = other with { Entries = [.. other.Entries.Where(entry => Taken.Contains(entry.Key))] };
        return Overlay.Merge(lower, own) is MapNode merged ? merged with { Origin = own.Origin } : stage;
    }

    private ResolvedMap TrimStages(ResolvedMap stages)
    {
        var written = (MapNode)_document.Find("stages")!.Value;
        return stages with
        {
            Entries = [.. stages.Entries.Select(stage => written.Find(stage.Key)?.Value is MapNode own && Of(own) is not null ? stage with { Value = Keep(stage.Value, own) } : stage)],
        };
    }

    private static ResolvedValue Keep(ResolvedValue value, Node written) => value is ResolvedMap map && written is MapNode own
        ? map with { Entries = [.. map.Entries.Where(entry => own.Find(entry.Key) is not null).Select(entry => entry with { Value = Keep(entry.Value, own.Find(entry.Key)!.Value) })] }
        : value;
}
