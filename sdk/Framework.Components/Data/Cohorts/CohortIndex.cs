namespace Framework.Components.Data.Cohorts;

/// <summary>Collects rows into cases, and finds what contradicts each other. Of two rows that do, the first stays.</summary>
internal sealed class CohortIndex(CohortOptions options, CohortSeries series)
{
    private readonly CohortFlow _flow = new(options.Exclude);
    private readonly List<Case> _cases = [];
    private readonly List<DataProblem> _problems = [];
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Site, string Place)> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Subject, string Place)> _owners = new(StringComparer.Ordinal);

    public void Add(DataProblem problem) => _problems.Add(problem);

    public void Add(CohortRow row)
    {
        if (_flow.Removes(row.Subject, row.Cell))
            return;
        var faults = row.Faults().Concat(Conflicts(row)).ToList();
        _problems.AddRange(faults.Select(fault => new DataProblem(row.Place, fault)));
        if (faults.Count > 0)
            return;
        var item = series.Complete(row, out var missing);
        if (missing is not null)
        {
            _problems.Add(new DataProblem(row.Place, missing));
            return;
        }

        _places.Add(row.Id, row.Place);
        _sites.TryAdd(row.Subject, (row.Site, row.Place));
        foreach (var path in row.Paths.Where(path => path.Length > 0))
            _owners.TryAdd(path, (row.Subject, row.Place));
        _cases.Add(item);
    }

    public DataIndex ToIndex()
    {
        string[] labels = [.. options.LabelNames];
        return new DataIndex
        {
            Labels = labels,
            Groups = [.. options.Groups],
            Cases = series.Describe(_cases),
            Problems = _problems,
            Tables = series.Tables,
            Flow = _flow.Steps(_cases),
            Fingerprint = DataFingerprint.Of(labels, _cases),
        };
    }

    private IEnumerable<string> Conflicts(CohortRow row)
    {
        if (_places.TryGetValue(row.Id, out var place))
            yield return $"the case stands in {place} already. Remove one of the two rows{(options.Case is null ? ", or name a column of identities by 'case'" : "")}.";
        if (_sites.TryGetValue(row.Subject, out var known) && known.Site != row.Site)
            yield return $"the subject's site is another one in {known.Place}. A subject has one site.";
        foreach (var (column, path) in options.Images.Values.Zip(row.Paths, (image, path) => (image.Column, path)).Where(pair => pair.path.Length > 0))
        {
            if (_owners.TryGetValue(path, out var owner) && owner.Subject != row.Subject)
                yield return $"'{column}' names an image that belongs to another subject in {owner.Place}. It would leak from one part of the split into another.";
        }
    }
}
