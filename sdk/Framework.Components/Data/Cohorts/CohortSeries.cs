using System.Globalization;
using Framework.Components.Data.Headers;
using Framework.Components.Data.Series;

namespace Framework.Components.Data.Cohorts;

/// <summary>Finds, in the folders that a table names, the DICOM series that are meant, and notes each choice with its reasons.</summary>
internal sealed class CohortSeries(CohortOptions options, IndexContext context)
{
    private readonly List<string[]> _rows = [];
    private readonly Dictionary<string, DicomAcquisition> _acquisitions = new(StringComparer.Ordinal);

    /// <summary>What was chosen for each case and why not the others; nothing where no folder was looked at.</summary>
    public IReadOnlyList<IndexTable> Tables =>
        _rows.Count == 0 ? [] : [new IndexTable("series", ["case", "image", "series", "chosen", "plane", "slices", "thickness", "reason"], _rows)];

    /// <summary>The row's case with its series filled in.</summary>
    /// <param name="row">A row without faults.</param>
    /// <param name="fault">Why a folder gives no image; null where each gives one.</param>
    public Case Complete(CohortRow row, out string? fault)
    {
        fault = null;
        var item = row.ToCase();
        var facts = item.Attributes.Aggregate(0UL, (hash, fact) => HeaderHash.With(hash, $"{fact.Key}={fact.Value}"));
        var places = new List<string>();
        foreach (var ((name, column), path) in options.Images.Zip(row.Paths))
        {
            var folder = Path.Combine(options.Root, path);
            if (path.Length == 0 || !Directory.Exists(folder))
            {
                places.Add(path);
                facts = HeaderHash.With(facts, $"{name} {path}");
                continue;
            }

            if (Choose(item.Id, name, column, folder, out fault) is not { } chosen)
                return item;
            places.Add(SeriesPlace.Join(path, chosen.Summary.Id));
            facts = HeaderHash.With(facts, string.Create(CultureInfo.InvariantCulture, $"{name} {HeaderHash.Of(chosen):x}"));
            if (name == Sample.ImageName)
                item = Describe(item, chosen.Summary);
        }

        return item with { Locator = string.Join('\n', places), FactsHash = facts };
    }

    /// <summary>The cases with what the headers of their images say of the acquisition; columns of the table go before.</summary>
    public IReadOnlyList<Case> Describe(IReadOnlyList<Case> cases)
    {
        var first = _acquisitions.Values.Min(AcquisitionFacts.DayOf);
        return [.. cases.Select(item => !_acquisitions.TryGetValue(item.Id, out var acquisition) ? item : item with
        {
            Attributes = AcquisitionFacts.Of(acquisition, first).Concat(item.Attributes).GroupBy(fact => fact.Key).ToDictionary(fact => fact.Key, fact => fact.Last().Value),
        })];
    }

    private Case Describe(Case item, SeriesSummary chosen)
    {
        _acquisitions[item.Id] = chosen.Acquisition;
        return item with
        {
            Series = chosen.Id,
            Study = options.Study is null ? chosen.Study : item.Study,
            Accession = options.Accession is null ? chosen.Acquisition.Accession : item.Accession,
        };
    }

    private DicomSeries? Choose(string id, string name, ImageColumn column, string folder, out string? fault)
    {
        var inventory = SeriesFinder.Find(folder, context);
        SeriesSummary[] all = [.. inventory.Series.Select(series => series.Summary)];
        var choice = column.Series is { } rules ? new SeriesSelection(rules).Choose(all) : Only(all);
        foreach (var reason in choice.Reasons)
            _rows.Add([id, name, reason.Series.Id, ReferenceEquals(reason.Series, choice.Chosen) ? "yes" : "no", $"{reason.Series.Plane}".ToLowerInvariant(), Text(reason.Series.Slices), Text(reason.Series.Thickness), reason.Text]);
        foreach (var problem in inventory.Problems)
            _rows.Add([id, name, "", "no", "", "", "", problem.ToString()]);
        fault = choice.Chosen is not null ? null
            : all.Length == 0 ? $"'{column.Column}' names a folder without a DICOM series that can be read as a volume{string.Concat(inventory.Problems.Take(1).Select(problem => $" ({problem.Message.TrimEnd('.')})"))}."
            : column.Series is null ? $"'{column.Column}' names a folder of {all.Length} series. Say by 'series' which one is meant."
            : $"no series in the folder that '{column.Column}' names fits a rule of 'series' ({string.Join(" | ", choice.Reasons.Take(3).Select(reason => reason.Text))}).";
        return inventory.Series.FirstOrDefault(series => ReferenceEquals(series.Summary, choice.Chosen));
    }

    private static SeriesChoice Only(SeriesSummary[] all) => new()
    {
        Chosen = all.Length == 1 ? all[0] : null,
        Reasons = [.. all.Select(series => new SeriesReason(series, 0, all.Length == 1 ? "the only one" : "several, and no rule"))],
    };

    private static string Text(double number) => double.IsNaN(number) ? "" : number.ToString("0.###", CultureInfo.InvariantCulture);
}
