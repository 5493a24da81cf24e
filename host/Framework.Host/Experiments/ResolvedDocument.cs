using Framework.Host.Experiments.Binding;

namespace Framework.Host.Experiments;

/// <summary>An experiment with nothing left open: no bases, no variables, every default, and where each value comes from.</summary>
internal sealed class ResolvedDocument
{
    // Whether samples are kept, and where, changes nothing that comes out.
    private const string CacheKey = "cache";

    private readonly ResolvedMap _root;

    public ResolvedDocument(ResolvedMap root)
    {
        _root = root;
        Hash = CanonicalJson.Hash(root with { Entries = [.. root.Entries.Where(entry => entry.Key != CacheKey)] });
    }

    /// <summary>Hexadecimal SHA-256 of <see cref="ToJson"/>, the cache left out.</summary>
    public string Hash { get; }

    /// <summary>YAML that means the same, with the origin of each value as a comment; loading it again gives the same hash.</summary>
    public string ToYaml() => ResolvedYaml.Write(_root);

    /// <summary>Canonical JSON: keys sorted, numbers in their shortest form, no spaces.</summary>
    public string ToJson() => CanonicalJson.Write(_root);
}
