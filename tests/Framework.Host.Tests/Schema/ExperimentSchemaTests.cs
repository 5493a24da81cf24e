using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Components;
using Framework.Host.Commands;
using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;
using Framework.Host.Schema;
using Framework.Host.Tests.Experiments;
using Framework.Host.Tests.Processes;

namespace Framework.Host.Tests.Schema;

/// <summary>The schema of experiments, held to an independent validator (python3-jsonschema).</summary>
public sealed class ExperimentSchemaTests
{
    private const string Script = """
        import json, sys
        from jsonschema import Draft202012Validator
        schema, instances = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        print(json.dumps([validator.is_valid(instance) for instance in instances]))
        """;

    [PythonFact("jsonschema")]
    public void Schema_EveryExperimentOfTheProject_IsValid()
    {
        var plugins = PluginSet.Load(new SharedComponents(), Path.GetDirectoryName(HostProcess.Executable)!, []);
        var files = Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "experiments"), "*.yaml", SearchOption.AllDirectories).ToList();

        var valid = Validate(ExperimentSchema.Of(plugins.Catalogue, new XmlDocs()), [.. files.Select(file => File.ReadAllText(file))]);

        Assert.Equal(files, files.Where((_, i) => valid[i]));
    }

    [PythonFact("jsonschema")]
    public void Schema_FaultsThatOneKeyShows_AreRefusedAndTheValidExperimentIsNot()
    {
        // What a type reads from text, what is no YAML and what several keys say together are beyond a schema.
        string[] beyond = ["cannot read", "cannot be made", "this is not YAML", "given twice", "is not set", "names no variable", "has no closing brace", "second document",
            "indented with a tab", "for reuse", "is a type", "names a folder", "stands twice", "'published' names", "there are no weights", "to be a time span", "the text '0.1'", "It must lie between"];
        var faults = SeededFaults.All.Where(fault => !beyond.Any(words => fault.Problem.Contains(words, StringComparison.Ordinal))).ToList();

        var valid = Validate(
            ExperimentSchema.Of(ExperimentFolder.TestCatalogue().Catalogue, new XmlDocs()),
            [ExperimentFolder.Valid, "extends: base.yaml\nstages: { classify: { trainer: { epochs: 2 }, model: null } }", .. faults.Select(fault => ExperimentFolder.With((fault.Line, fault.Text)))]);

        Assert.True(faults.Count >= 35, $"{faults.Count} faults");
        Assert.Equal([true, true], valid[..2]);
        Assert.Empty(faults.Where((_, i) => valid[i + 2]).Select(fault => fault.Text));
    }

    [Fact]
    public void Schema_Component_SaysWhatItsDocCommentsSay()
    {
        var catalogue = new ComponentCatalogue();
        catalogue.Register(new SharedComponents());

        var schema = ExperimentSchema.Of(catalogue, new XmlDocs());

        var resize = schema["$defs"]!["transform.resize"]!;
        Assert.StartsWith("Rows and columns of the result", (string?)resize["properties"]!["size"]!["description"], StringComparison.Ordinal);
        Assert.Equal("bilinear-antialiased", (string?)resize["properties"]!["interpolation"]!["default"]);
        Assert.Equal(["use", "size"], resize["required"]!.AsArray().Select(key => (string?)key));
    }

    // What an editor shows beside a key is its description alone.
    [Fact]
    public void Schema_EveryOptionThatHasARange_SaysItInItsDescription()
    {
        var plugins = PluginSet.Load(new SharedComponents(), Path.GetDirectoryName(HostProcess.Executable)!, []);
        var definitions = ExperimentSchema.Of(plugins.Catalogue, new XmlDocs())["$defs"]!.AsObject();

        var keys = definitions.SelectMany(definition => (definition.Value!["properties"] as JsonObject ?? []).Select(key => (Name: $"{definition.Key}.{key.Key}", Schema: key.Value!.AsObject())))
            .Where(key => !key.Name.EndsWith(".use", StringComparison.Ordinal)).ToList();
        var batch = (string?)definitions["trainer.supervised"]!["properties"]!["batch_size"]!["description"];

        Assert.True(keys.Count > 1000, $"{keys.Count} keys");
        Assert.Empty(keys.Where(key => (string?)key.Schema["description"] is not { Length: > 0 }).Select(key => key.Name));
        Assert.EndsWith("Takes a whole number from 1 to 65536.", batch, StringComparison.Ordinal);
        Assert.Empty(keys.Where(key => key.Schema.ToJsonString().Contains("\"maximum\"", StringComparison.Ordinal) && !((string)key.Schema["description"]!).Any(char.IsAsciiDigit)).Select(key => key.Name));
    }

    private static bool[] Validate(JsonObject schema, IReadOnlyList<string> experiments)
    {
        var folder = Directory.CreateTempSubdirectory("schema-").FullName;
        try
        {
            var (schemaFile, instances) = (Path.Combine(folder, "schema.json"), Path.Combine(folder, "instances.json"));
            File.WriteAllText(schemaFile, schema.ToJsonString());
            File.WriteAllText(instances, new JsonArray([.. experiments.Select(text => Json(YamlReader.Read(text, "trial.yaml", new ProblemList())!))]).ToJsonString());
            using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, ["-c", Script, schemaFile, instances]) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return JsonSerializer.Deserialize<bool[]>(output)!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JsonNode? Json(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Json)]),
        { IsNull: true } => null,
        ScalarNode { Plain: true, Text: "true" or "false" } truth => truth.Text == "true",
        ScalarNode { Plain: true } number when long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        ScalarNode { Plain: true } number when number.Text.Any(char.IsAsciiDigit) && double.TryParse(number.Text, CultureInfo.InvariantCulture, out var real) => real,
        ScalarNode text => text.Text,
        _ => throw new InvalidOperationException(node.ToString()),
    };
}
