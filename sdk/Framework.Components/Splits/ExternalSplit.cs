namespace Framework.Components.Splits;

/// <summary>Keeps the subjects of some sites behind a lock, and divides the others by another split.</summary>
/// <remarks>No unit of a run trains, chooses or scores on an external subject, and no unit's key depends on one.</remarks>
/// <param name="options">Which sites, and what becomes of the others.</param>
public sealed class ExternalSplit(ExternalOptions options) : ISplit
{
    /// <inheritdoc />
    public int Repeats => options.Split.Repeats;

    /// <inheritdoc />
    public bool IsUnsafe => options.Split.IsUnsafe;

    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random)
    {
        foreach (var site in options.Sites)
        {
            if (subjects.All(subject => subject.Site != site))
                throw new ExperimentException($"'external' keeps the site '{site}', and no subject is of that site. There are {Names(subjects)}.");
        }

        int[] others = [.. Enumerable.Range(0, subjects.Count).Where(at => !options.Sites.Contains(subjects[at].Site))];
        if (others.Length == 0)
            throw new ExperimentException($"'external' keeps all {subjects.Count} subjects and leaves none to train on. Name fewer sites.");
        return [.. options.Split.Assign([.. others.Select(at => subjects[at])], random).Select(fold => Restore(fold, others, subjects.Count))];
    }

    private static Part[] Restore(IReadOnlyList<Part> fold, int[] others, int subjects)
    {
        if (fold.Count != others.Length)
            throw new ExperimentException($"the split within 'external' gave {fold.Count} parts for {others.Length} subjects. It must assign each of them in every fold.");
        var parts = new Part[subjects];
        Array.Fill(parts, Part.External);
        for (var i = 0; i < others.Length; i++)
            parts[others[i]] = fold[i];
        return parts;
    }

    private static string Names(IReadOnlyList<Subject> subjects) =>
        string.Join(", ", subjects.Select(subject => subject.Site.Length == 0 ? "subjects without a site" : $"'{subject.Site}'").Distinct().Order(StringComparer.Ordinal));
}
