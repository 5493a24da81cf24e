using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Documents;

/// <summary>Reads an experiment's file and the files it extends into one document.</summary>
internal sealed class DocumentReader(ProblemList problems)
{
    /// <summary>The key that names the file beneath.</summary>
    public const string Extends = "extends";

    /// <summary>The document of a file, its bases beneath it; null where it cannot be read at all.</summary>
    public MapNode? Read(string file) => Read(file, new Origin(file), []);

    private MapNode? Read(string file, Origin mentioned, IReadOnlyList<string> above)
    {
        if (Text(file, mentioned) is not { } text || YamlReader.Read(text, file, problems) is not { } root)
            return null;
        if (root is not MapNode map)
        {
            if (root is not BrokenNode)
                problems.Add(root.Origin, "an experiment is a mapping of keys such as 'name', 'data', 'split' and 'stages'.");
            return null;
        }

        return map.Find(Extends) is { } entry ? Extended(map.Without(Extends), entry.Value, [.. above, file]) : map;
    }

    private MapNode? Extended(MapNode map, Node named, IReadOnlyList<string> chain)
    {
        if (named is BrokenNode)
            return null;
        if (named is not ScalarNode { IsNull: false, Text: var name })
        {
            problems.Add(named.Origin, "'extends' names one file, relative to this one.");
            return null;
        }

        var file = Path.Combine(Path.GetDirectoryName(chain[^1]) ?? "", name);
        var full = Path.GetFullPath(file);
        if (chain.Any(link => Path.GetFullPath(link) == full))
        {
            var way = string.Join(" -> ", [.. chain, file]);
            problems.Add(named.Origin, $"'extends' leads back to '{file}': {way}. Take one of these lines away.");
            return null;
        }

        return Read(file, named.Origin, chain) is { } lower ? (MapNode)Overlay.Merge(lower, map) : null;
    }

    private string? Text(string file, Origin mentioned)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var named = mentioned.Line > 0 ? $"'extends' names '{file}': " : "";
            problems.Add(mentioned, named + Reason(file, e));
            return null;
        }
    }

    private static string Reason(string file, Exception error)
    {
        if (Directory.Exists(file))
            return "this is a folder. Name a file in it.";
        if (error is not (FileNotFoundException or DirectoryNotFoundException))
            return $"the file cannot be read: {error.Message}";
        var folder = Path.GetDirectoryName(file) is { Length: > 0 } parent ? parent : ".";
        if (!Directory.Exists(folder))
            return $"there is no folder '{folder}'.";
        var files = Directory.EnumerateFiles(folder, "*.yaml").Select(Path.GetFileName).OfType<string>();
        var nearest = NearestName.Of(Path.GetFileName(file), files);
        var meant = nearest is null ? Elsewhere(file) : Path.Combine(Path.GetDirectoryName(file) ?? "", nearest);
        return meant is null ? "there is no such file." : $"there is no such file. Did you mean '{meant}'?";
    }

    // An experiment called by its name alone, or without the folder that `new experiment` writes to.
    private static string? Elsewhere(string file)
    {
        var there = Path.Combine(Path.GetDirectoryName(file) ?? "", "experiments", Path.GetFileName(file));
        return new[] { file + ".yaml", there, there + ".yaml" }.FirstOrDefault(File.Exists);
    }
}
