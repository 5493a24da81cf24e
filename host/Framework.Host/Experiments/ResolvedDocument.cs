using Framework.Host.Experiments.Binding;

namespace Framework.Host.Experiments;

/// <summary>An experiment with nothing left open: no bases, no variables, every default, and where each value comes from.</summary>
internal sealed class ResolvedDocument
{
    // Whether samples are kept, and where a cluster does the work, changes nothing that comes out.
    private static readonly string[] Circumstances = ["cache", "resources"];

    private readonly ResolvedMap _root;
    private readonly ResolvedMap _identity;

    public ResolvedDocument(ResolvedMap root)
    {
        _root = root;
        _identity = root.Without(Circumstances);
        Hash = CanonicalJson.Hash(_identity);
    }

    /// <summary>The same experiment with another key at its end.</summary>
    public ResolvedDocument With(string key, ResolvedValue value) => new(_root with { Entries = [.. _root.Entries, new ResolvedEntry(key, value)] });

    /// <summary>Hexadecimal SHA-256 of <see cref="ToJson"/>.</summary>
    public string Hash { get; }

    /// <summary>Where another experiment differs from this one.</summary>
    public IReadOnlyList<ExperimentDifference> DifferencesTo(ResolvedDocument other) => ExperimentDifference.Between(_root, other._root);

    /// <summary>YAML that means the same, with the origin of each value as a comment; loading it again gives the same hash.</summary>
    public string ToYaml() => ResolvedYaml.Write(_root);

    /// <summary>Canonical JSON of everything that decides what comes out: keys sorted, numbers in their shortest form, no spaces.</summary>
    public string ToJson() => CanonicalJson.Write(_identity);
}
