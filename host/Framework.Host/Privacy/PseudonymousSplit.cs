using Framework.Sdk;

namespace Framework.Host.Privacy;

/// <summary>Lets a split see subjects as the source knows them, in their own order: the same split in every store, whatever its key.</summary>
/// <param name="split">The experiment's split.</param>
/// <param name="identities">Who is who, for each source that the subjects come from.</param>
internal sealed class PseudonymousSplit(ISplit split, params IReadOnlyList<Identities> identities) : ISplit
{
    /// <inheritdoc />
    public int Repeats => split.Repeats;

    /// <inheritdoc />
    public bool IsUnsafe => split.IsUnsafe;

    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random)
    {
        var order = subjects.Select((subject, at) => (Original: Original(subject), at)).OrderBy(pair => pair.Original.Id, StringComparer.Ordinal).ToList();
        try
        {
            return [.. split.Assign([.. order.Select(pair => pair.Original)], random).Select(fold => Restore(fold, order))];
        }
        catch (ExperimentException e)
        {
            throw new ExperimentException(Redact(e.Message));
        }
        catch (DataFormatException e)
        {
            throw new DataFormatException(Redact(e.Message));
        }
    }

    // A subject of a source that keeps its names has none to be restored.
    private Subject Original(Subject hidden) => identities.FirstOrDefault(known => known.Knows(hidden))?.Original(hidden) ?? hidden;

    private string Redact(string message) => identities.Aggregate(message, (text, known) => known.Redaction.Message(text));

    private static IReadOnlyList<Part> Restore(IReadOnlyList<Part> fold, List<(Subject Original, int At)> order)
    {
        if (fold.Count != order.Count)
            return fold; // which the caller refuses
        var parts = new Part[fold.Count];
        for (var i = 0; i < parts.Length; i++)
            parts[order[i].At] = fold[i];
        return parts;
    }
}
