using Framework.Host.Experiments.Binding;

namespace Framework.Host.Experiments;

/// <summary>An experiment with nothing left open: no bases, no variables, every default, and where each value comes from.</summary>
internal sealed class ResolvedDocument
{
    // Whether samples are kept, and where a cluster does the work, changes nothing that comes out.
    private static readonly string[] Circumstances = ["cache", "resources"];

    private readonly ResolvedMap _root;
    private readonly ResolvedMap _identity;
    private readonly ResolvedMap _written;

    public ResolvedDocument(ResolvedMap root)
        : this(root, root)
    {
    }

    private ResolvedDocument(ResolvedMap root, ResolvedMap written)
    {
        (_root, _written) = (root, written);
        _identity = root.Without(Circumstances);
        Hash = CanonicalJson.Hash(_identity);
    }

    /// <summary>The same experiment with its variants.</summary>
    /// <param name="key">The key that they stand at, the last one.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="beneath">The experiment as it is written, so that the first variant's values are not beneath those of the others when it is loaded again.</param>
    public ResolvedDocument With(string key, ResolvedValue value, Func<ResolvedMap, ResolvedMap> beneath)
    {
        var entry = new ResolvedEntry(key, value);
        var written = beneath(_root);
        return new(_root with { Entries = [.. _root.Entries, entry] }, written with { Entries = [.. written.Entries, entry] });
    }

    /// <summary>What stands at a place: keys of mappings, one in the other; the last that there is where it ends before.</summary>
    public ResolvedValue At(params IReadOnlyList<string> keys) =>
        keys.Aggregate((ResolvedValue)_root, (value, key) => (value as ResolvedMap)?.Entries.FirstOrDefault(entry => entry.Key == key)?.Value ?? value);

    /// <summary>Hexadecimal SHA-256 of <see cref="ToJson"/>.</summary>
    public string Hash { get; }

    /// <summary>Where another experiment differs from this one.</summary>
    public IReadOnlyList<ExperimentDifference> DifferencesTo(ResolvedDocument other) => ExperimentDifference.Between(_root, other._root);

    /// <summary>YAML that means the same, with the origin of each value as a comment; loading it again gives the same hash.</summary>
    public string ToYaml() => ResolvedYaml.Write(_written);

    /// <summary>Canonical JSON of everything that decides what comes out: keys sorted, numbers in their shortest form, no spaces.</summary>
    public string ToJson() => CanonicalJson.Write(_identity);
}
