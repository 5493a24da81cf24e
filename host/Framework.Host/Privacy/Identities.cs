using Framework.Sdk;

namespace Framework.Host.Privacy;

/// <summary>The cases of an index under pseudonyms, and the way back to the source's own cases.</summary>
internal sealed class Identities
{
    private readonly Pseudonyms _pseudonyms;
    private readonly ExperimentWords _words;
    private readonly IdentityMap _map;
    private readonly Dictionary<string, Case> _originals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Id, string Site)> _subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<object, IReadOnlyDictionary<string, string>> _attributes = new(ReferenceEqualityComparer.Instance);

    public Identities(Pseudonyms pseudonyms, ExperimentWords words, IdentityMap map)
    {
        (_pseudonyms, _words, _map) = (pseudonyms, words, map);
        Redaction = new Redaction(pseudonyms, words, Known, map);
    }

    /// <summary>Takes identities out of text.</summary>
    public Redaction Redaction { get; }

    /// <summary>The index as everything behind the source sees it. Its fingerprint stays: it tells the same data in any store, and nobody's identity.</summary>
    /// <exception cref="DataFormatException">Two cases have one identity.</exception>
    public DataIndex Hide(DataIndex index)
    {
        // All identities are known before the first text is looked at.
        foreach (var item in index.Cases)
            Learn(item);
        var hidden = index with
        {
            Cases = [.. index.Cases.Select(Hide)],
            Problems = [.. index.Problems.Select(problem => new DataProblem(Redaction.Place(problem.Place), Redaction.Message(problem.Message)))],
            Flow = [.. index.Flow.Select(step => step with { Step = Redaction.Value(step.Step) })],
            Tables = [.. index.Tables.Select(table => table with { Rows = [.. table.Rows.Select(row => row.Select(Redaction.Cell).ToArray())] })],
        };
        _map.Write(index.Fingerprint, hidden.Cases.Zip(index.Cases));
        return hidden;
    }

    /// <summary>The source's own case.</summary>
    public Case Original(Case hidden) => _originals[hidden.Id] with { Labels = hidden.Labels };

    /// <summary>Whether the source has the subject.</summary>
    public bool Knows(Subject hidden) => _subjects.ContainsKey(hidden.Id) || _originals.ContainsKey(hidden.Id);

    /// <summary>The subject as the source knows it.</summary>
    /// <remarks>An unsafe split is given cases in place of subjects.</remarks>
    public Subject Original(Subject hidden) => _subjects.TryGetValue(hidden.Id, out var known)
        ? hidden with { Id = known.Id, Site = known.Site }
        : hidden with { Id = _originals[hidden.Id].Id, Site = _originals[hidden.Id].Site };

    /// <summary>A message about one case: whatever of its identities stands in it is replaced, wherever.</summary>
    public string Redact(string message, Case original)
    {
        foreach (var file in original.Locator.Split('\n', '\t').Where(file => file.Length > 2).OrderByDescending(file => file.Length))
            message = message.Replace(file, Redaction.File(file), StringComparison.Ordinal);
        foreach (var name in new[] { original.Id, original.Subject, original.Study, original.Series, original.Accession, original.Instance }.Where(name => name.Length > 2 && !_words.Contains(name)))
            message = message.Replace(name, Known(name), StringComparison.Ordinal);
        return Redaction.Message(message);
    }

    private string? Known(string name) => _kinds.TryGetValue(name, out var kind) ? _pseudonyms.Of(kind, name) : null;

    private void Learn(Case item)
    {
        foreach (var (kind, name) in new[] { ('p', item.Site), ('i', item.Instance), ('a', item.Accession), ('r', item.Series), ('e', item.Study), ('s', item.Subject), ('c', item.Id) })
        {
            if (name.Length > 0 && !(kind == 'p' && _words.Contains(name)))
                _kinds[name] = kind;
        }

        var id = _pseudonyms.Of('c', item.Id);
        if (!_originals.TryAdd(id, item))
            throw new DataFormatException($"two cases have the identity {id}. A source gives each case an identity of its own.");
    }

    private Case Hide(Case item)
    {
        var hidden = item with
        {
            Id = _pseudonyms.Of('c', item.Id),
            Subject = _pseudonyms.Of('s', item.Subject),
            Site = Site(item.Site),
            Study = _pseudonyms.Of('e', item.Study),
            Series = _pseudonyms.Of('r', item.Series),
            Accession = _pseudonyms.Of('a', item.Accession),
            Instance = _pseudonyms.Of('i', item.Instance),
            Locator = "",
            Attributes = Hide(item.Attributes),
            RandomKey = item.RandomKey,
        };
        _subjects.TryAdd(hidden.Subject, (item.Subject, item.Site));
        return hidden;
    }

    /// <summary>A site that the experiment names keeps its name, so that results can be read by it.</summary>
    private string Site(string site) => _words.Contains(site) ? site : _pseudonyms.Of('p', site);

    /// <summary>Cases that share their facts go on sharing them.</summary>
    private IReadOnlyDictionary<string, string> Hide(IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.Count == 0)
            return attributes;
        if (!_attributes.TryGetValue(attributes, out var hidden))
            _attributes[attributes] = hidden = attributes.ToDictionary(pair => pair.Key, pair => Redaction.Value(pair.Value), StringComparer.Ordinal);
        return hidden;
    }
}
