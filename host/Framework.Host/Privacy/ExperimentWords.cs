using System.Text.Json;

namespace Framework.Host.Privacy;

/// <summary>Every word that the experiment itself says, defaults included: keys, names of columns and classes, folders. Whoever wrote them knows
/// them, so they need not be hidden.</summary>
internal sealed class ExperimentWords
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _folders;

    /// <param name="document">The resolved experiment as JSON.</param>
    /// <param name="more">Other words that are no secret, such as the names of labels.</param>
    public ExperimentWords(string document, params IEnumerable<string> more)
    {
        using var json = JsonDocument.Parse(document);
        Collect(json.RootElement);
        _words.UnionWith(more);
        _folders = [.. _words.Where(word => word.Contains('/', StringComparison.Ordinal)).Select(Path.TrimEndingDirectorySeparator)
            .Where(word => word.Length > 1).OrderByDescending(word => word.Length)];
    }

    public bool Contains(string word) => _words.Contains(word);

    /// <summary>The part of a path that the experiment says, with the separator after it; empty where it says none.</summary>
    public string FolderOf(string path) =>
        _folders.FirstOrDefault(folder => path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/')) is { } known
            ? path[..Math.Min(path.Length, known.Length + 1)] : "";

    private void Collect(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _words.Add(property.Name);
                    Collect(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Collect(item);
                break;
            default:
                _words.Add(element.ToString());
                break;
        }
    }
}
