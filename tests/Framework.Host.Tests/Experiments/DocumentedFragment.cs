using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Framework.Host.Experiments.Documents;

namespace Framework.Host.Tests.Experiments;

/// <summary>A piece of YAML from a page, made a whole experiment: what it leaves out stands as it would in any other, and '...' for what is usual.</summary>
internal static partial class DocumentedFragment
{
    private const string Optimizer = "{ use: adam, learning_rate: 0.1 }";

    private const string Trainer = $"{{ use: supervised, epochs: 1, batch_size: 2, loss: {{ use: bce-with-logits }}, optimizer: {Optimizer} }}";

    private const string Usual = $$"""
        name: example
        seed: 1
        data: { use: cohort, root: data, tables: [t.csv], subject: s, images: { image: i }, labels: { any: a } }
        split: { use: holdout, train: 0.5, validate: 0.25, test: 0.25 }
        model: { use: resnet, depth: 18 }
        trainer: {{Trainer}}
        """;

    private static readonly string[] OfAStage = ["reads", "transforms", "model", "trainer", "calibrate", "threshold", "ensemble"];

    private static MapNode Default { get; } = Parse(Usual);

    /// <summary>The experiments that a block stands for: one, or one for each line where lines give the same key several times over.</summary>
    public static IEnumerable<string> Experiments(string block)
    {
        string[] parts = TopLevel().Split(block).Where(part => part.Trim().Length > 0).ToArray();
        var keys = parts.Select(part => part.Split(':')[0]).ToList();
        return (keys.Distinct().Count() < keys.Count ? parts : [block]).Select(part => Json(Whole(Parse(Filled(part)))).ToJsonString());
    }

    private static MapNode Parse(string text)
    {
        var problems = new ProblemList();
        var node = YamlReader.Read(text, "block", problems);
        Assert.True(problems.Count == 0, $"{string.Join('\n', problems.Sorted())}\n{text}");
        return (MapNode)node!;
    }

    // What '...' stands for follows from the key that it stands under.
    private static string Filled(string text)
    {
        text = text.Replace("transforms: [ ... ]", "transforms: []", StringComparison.Ordinal)
            .Replace("model: { ... }", "model: { use: resnet, depth: 18 }", StringComparison.Ordinal)
            .Replace("trainer: { ... }", $"trainer: {Trainer}", StringComparison.Ordinal)
            .Replace(", ... ]", " ]", StringComparison.Ordinal);
        return OpenTrainer().Replace(text, match =>
        {
            var missing = new[] { "epochs: 1", "batch_size: 2", "loss: bce-with-logits", $"optimizer: {Optimizer}" }.Where(option => !match.Value.Contains(option.Split(':')[0] + ":", StringComparison.Ordinal));
            return match.Value.Replace("...", string.Join(", ", missing), StringComparison.Ordinal);
        });
    }

    private static MapNode Whole(MapNode fragment)
    {
        if (fragment.Entries.Any(entry => OfAStage.Contains(entry.Key)))
        {
            var stage = fragment with { Entries = [.. fragment.Entries.Where(entry => OfAStage.Contains(entry.Key))] };
            fragment = (fragment with { Entries = [.. fragment.Entries.Where(entry => !OfAStage.Contains(entry.Key))] }).With(Entry("stages", new MapNode(fragment.Origin, [Entry("classify", stage)])));
        }

        var stages = fragment.Find("stages")?.Value as MapNode ?? new MapNode(fragment.Origin, [Entry("classify", new MapNode(fragment.Origin, []))]);
        foreach (var name in Items(fragment, "predict").Concat(Items(fragment, "explain")).Select(item => (item.Find("stage")?.Value as ScalarNode)?.Text).OfType<string>().Where(name => stages.Find(name) is null))
            stages = stages.With(Entry(name, new MapNode(fragment.Origin, [])));
        fragment = fragment.With(Entry("stages", stages with { Entries = [.. stages.Entries.Select(stage => stage with { Value = Stage((MapNode)stage.Value) })] }));
        if (fragment.Find("data") is { Value: MapNode data } own && data.Find("use")?.Value is ScalarNode { Text: "cohort" })
            fragment = fragment.With(own with { Value = Overlay.Merge(Default.Find("data")!.Value, data) });
        foreach (var entry in Default.Entries.Where(entry => entry.Key is not ("model" or "trainer") && fragment.Find(entry.Key) is null))
            fragment = fragment.With(entry);
        return fragment;
    }

    private static IEnumerable<MapNode> Items(MapNode document, string key) => (document.Find(key)?.Value as ListNode)?.Items.OfType<MapNode>() ?? [];

    // A component without a name is the usual one, with these options laid over it.
    private static MapNode Stage(MapNode stage)
    {
        if (stage.Find("continues") is not null)
            return stage;
        var trainer = stage.Find("trainer");
        if (trainer is null || Overlay.Opened(trainer.Value)?.Find("use") is null)
            stage = stage.With(Entry("trainer", trainer is null ? Default.Find("trainer")!.Value : Overlay.Merge(Default.Find("trainer")!.Value, trainer.Value)));
        return stage.Find("model") is null && stage.Find("reads") is null ? stage.With(Default.Find("model")!) : stage;
    }

    private static MapEntry Entry(string key, Node value) => new(key, value.Origin, value);

    private static JsonNode Json(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Json(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Json)]),
        ScalarNode { Plain: true, Text: "true" or "false" } truth => truth.Text == "true",
        ScalarNode { Plain: true } number when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => JsonNode.Parse(number.Text)!,
        ScalarNode text => text.Text,
        _ => throw new InvalidOperationException(node.ToString()),
    };

    [GeneratedRegex("^(?=[a-z_]+:)", RegexOptions.Multiline)]
    private static partial Regex TopLevel();

    [GeneratedRegex(@"\{ use: supervised[^\n]*\.\.\. \}")]
    private static partial Regex OpenTrainer();
}
