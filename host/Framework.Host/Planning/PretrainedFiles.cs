using System.Text.Json;
using Framework.Components.Data;

namespace Framework.Host.Planning;

/// <summary>The files that options called <c>pretrained</c>, or so with an ending, name: a unit depends on what is in them, not on how they are called.</summary>
/// <remarks>A name such as <c>imagenet</c> stands for one file, whose SHA-256 is checked when it is loaded; it needs no hash here.</remarks>
internal static class PretrainedFiles
{
    private const string Key = "pretrained";

    /// <summary>The SHA-256 of each such file that is there, in the order of the options.</summary>
    public static IReadOnlyList<string> Hashes(IEnumerable<string> canonicals) => [.. Named(canonicals).Select(FileHash.Of)];

    /// <summary>Each such file that is there, in the order of the options.</summary>
    public static IReadOnlyList<string> Named(IEnumerable<string> canonicals)
    {
        var files = new List<string>();
        foreach (var canonical in canonicals)
        {
            using var document = JsonDocument.Parse(canonical);
            Collect(document.RootElement, files);
        }

        return [.. files.Where(File.Exists)];
    }

    private static void Collect(JsonElement element, List<string> files)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, files);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String && property.Name.StartsWith(Key, StringComparison.Ordinal))
                    files.Add(property.Value.GetString()!);
                Collect(property.Value, files);
            }
        }
    }
}
