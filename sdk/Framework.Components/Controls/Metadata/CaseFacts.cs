using System.Globalization;

namespace Framework.Components.Controls;

/// <summary>What is known of a case beside its image, by name.</summary>
/// <param name="source">Says which files it is read from, and loads it where images are asked for.</param>
/// <param name="options">What to leave out.</param>
/// <param name="images">Facts of the loaded image; null to load none.</param>
internal sealed class CaseFacts(IDataSource source, MetadataOnlyOptions options, ImageFacts? images)
{
    /// <summary>The facts of each case, in order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Of(IReadOnlyList<Case> cases, int threads, CancellationToken cancellation)
    {
        images?.Load(source, cases, threads, cancellation);
        return [.. cases.Select(Of)];
    }

    private Dictionary<string, string> Of(Case item)
    {
        var facts = new Dictionary<string, string>(item.Attributes, StringComparer.Ordinal);
        if (item.Site.Length > 0)
            facts["site"] = item.Site;
        if (source is ICaseFiles files && files.FilesOf(item) is { Count: > 0 } paths)
        {
            facts["files"] = paths.Count.ToString(CultureInfo.InvariantCulture);
            facts["file_size"] = paths.Select(path => new FileInfo(path)).Where(file => file.Exists).Sum(file => file.Length).ToString(CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in images?.Of(item) ?? [])
            facts[name] = value;
        foreach (var name in options.Except)
            facts.Remove(name);
        return facts;
    }
}
