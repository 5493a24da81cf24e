using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Host.Commands;

namespace Framework.Host.Schema;

/// <summary>VS Code's settings of a folder, which name the schema that experiments are checked by (its extension "YAML" reads them).</summary>
/// <param name="root">The folder that is opened in the editor.</param>
internal sealed class EditorSettings(string root)
{
    private const string Schemas = "yaml.schemas";
    private const string SchemaName = ".vscode/experiment.schema.json";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Where the schema stands.</summary>
    public string SchemaFile => Path.Combine(root, SchemaName);

    private string Settings => Path.Combine(root, ".vscode", "settings.json");

    /// <summary>Names the schema for an experiment's folder; everything else in the settings stays.</summary>
    /// <returns>What was done, or what is left to the user.</returns>
    public string Refer(string experiment)
    {
        var pattern = PatternOf(Path.GetFullPath(experiment));
        if (Read(out var commented) is not { } settings || commented)
            return $"{Settings} holds comments, or no JSON, and was left alone. Add to it: \"{Schemas}\": {{ \"{SchemaName}\": [\"{pattern}\"] }}";
        if (settings[Schemas] is not JsonObject schemas)
            settings[Schemas] = schemas = [];
        string[] known = schemas[SchemaName] switch
        {
            JsonArray list => [.. list.Select(item => item!.ToString())],
            JsonValue one => [one.ToString()],
            _ => [],
        };
        schemas[SchemaName] = new JsonArray([.. known.Append(pattern).Distinct().Select(item => JsonValue.Create(item))]);
        WrittenFile.Text(Settings, JsonText.Of(json => settings.WriteTo(json)) + "\n", "Make the folder writable.");
        return $"VS Code completes and checks {pattern} with its extension 'YAML'; `./framework schema --out {SchemaName}` renews the schema after plugins change";
    }

    /// <summary>What the experiment and those beside it are found by.</summary>
    /// <remarks>The editor looks for a pattern in every folder, so that '*.yaml' would take each YAML file that there is, and '..' none; beside the folder that is opened only whole paths hold.</remarks>
    private string PatternOf(string experiment)
    {
        var folder = Path.GetDirectoryName(experiment)!;
        var relative = Path.GetRelativePath(Path.GetFullPath(root), folder).Replace('\\', '/');
        return relative == "." ? Path.GetFileName(experiment)
            : relative.Split('/')[0] == ".." || Path.IsPathRooted(relative) ? $"{folder.Replace('\\', '/')}/**/*.yaml"
            : $"{relative.Split('/')[0]}/**/*.yaml";
    }

    /// <summary>The settings; null where they are no JSON object.</summary>
    private JsonObject? Read(out bool commented)
    {
        commented = false;
        if (!File.Exists(Settings))
            return [];
        var text = File.ReadAllText(Settings);
        try
        {
            var settings = JsonNode.Parse(text, documentOptions: Lenient) as JsonObject;
            commented = !IsStrict(text); // writing it back would lose the comments
            return settings;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsStrict(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
