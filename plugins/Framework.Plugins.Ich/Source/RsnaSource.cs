using System.Globalization;
using Framework.Components.Data;
using Framework.Components.Data.Headers;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Source;

/// <summary>The RSNA 2019 intracranial hemorrhage data as Kaggle packs them: one case a slice, six labels.</summary>
/// <remarks>
/// Subject, study and series are those of the DICOM header, so slices of one patient stay together, and each slice knows where it lies along the
/// normal of its series. The loaded image is (1, y, x) in
/// stored values; <c>hounsfield</c> makes Hounsfield units of it.
/// </remarks>
/// <param name="options">Where the data lie.</param>
public sealed class RsnaSource(RsnaOptions options) : IDataSource, ICaseFiles
{
    private string Images => Path.Combine(options.Root, options.Images);

    /// <inheritdoc />
    public DataIndex Index(IndexContext context)
    {
        if (!Directory.Exists(options.Root))
            throw new DataFormatException($"{options.Root}: the folder is not there. Set data.root to the folder that holds '{options.Labels}' and '{options.Images}'.");
        if (!Directory.Exists(Images))
            throw new DataFormatException($"{Images}: the folder is not there. Set data.images to the folder of slices below data.root.");
        var file = Path.Combine(options.Root, options.Labels);
        var table = context.LabelsAreOptional && !File.Exists(file) ? LabelTable.Empty : LabelTable.Read(file, options.Labels);
        var headers = DicomHeaderIndex.Of(Images, context);
        var problems = new List<DataProblem>(table.Problems);
        if (headers.Count == 0)
            throw new DataFormatException($"{Images}: there is no .dcm file. Set data.images to the folder of slices below data.root.");
        var odd = SeriesCheck.Of(headers);
        var positions = new SeriesPositions();
        var cases = new List<Case>(headers.Count);
        var acquisitions = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        var first = headers.Min(header => AcquisitionFacts.DayOf(header.Acquisition));
        foreach (var header in headers)
        {
            var id = Path.GetFileNameWithoutExtension(header.Path);
            if (ProblemOf(header, id, context.LabelsAreOptional ? null : table, odd) is { } problem)
                problems.Add(problem);
            else
                cases.Add(CaseOf(header, id, table.Rows.GetValueOrDefault(id, LabelTable.Unknown), Acquisition(header, first, acquisitions)) with { Position = positions.Of(header) });
        }

        if (!context.LabelsAreOptional)
            AddUnknown(table, headers, problems);
        return new DataIndex { Labels = RsnaLabels.Names, LabelRules = [RsnaLabels.AnyRule], Cases = cases, Problems = problems, Fingerprint = DataFingerprint.Of(RsnaLabels.Names, cases) };
    }

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace) =>
        new(item, DicomSlice.Read(Path.Combine(Images, item.Locator), item.Locator, workspace));

    /// <inheritdoc />
    public IReadOnlyList<string> FilesOf(Case item) => [Path.Combine(Images, item.Locator)];

    // Without a table labels are nobody's business.
    private DataProblem? ProblemOf(DicomHeader header, string id, LabelTable? table, Dictionary<string, string> odd)
    {
        if (header.Problem is { } problem)
            return Problem(header, problem);
        if (odd.TryGetValue(header.Path, out var unlike))
            return Problem(header, unlike);
        if (header.Patient.Length == 0)
            return Problem(header, "has no patient identifier (0010,0020), so it cannot be kept apart from other parts of the split.");
        if (table is null)
            return null;
        if (!table.Rows.TryGetValue(id, out var labels))
            return Problem(header, $"has no lines '{id}_...' in {options.Labels}.");
        var missing = RsnaLabels.Names.Where((_, i) => double.IsNaN(labels[i])).ToArray();
        if (missing.Length > 0)
            return Problem(header, $"has no label for {string.Join(", ", missing)} in {options.Labels}.");
        var bleeds = labels.Take(RsnaLabels.Any).Max();
        return bleeds == labels[RsnaLabels.Any] ? null : Problem(header, $"'any' is {labels[RsnaLabels.Any]} and the greatest sub-type {bleeds}. 'any' is 1 when one of the sub-types is.");
    }

    private DataProblem Problem(DicomHeader header, string message) => new(Path.Combine(options.Images, header.Path), message);

    private static Case CaseOf(DicomHeader header, string id, double[] labels, IReadOnlyDictionary<string, string> acquisition) => new()
    {
        Id = id,
        Subject = header.Patient,
        Study = header.Study,
        Series = header.Series,
        Accession = header.Acquisition.Accession,
        Instance = header.Instance,
        Locator = header.Path,
        FactsHash = HeaderHash.Of(header),
        Labels = labels,
        Attributes = acquisition,
    };

    /// <summary>One dictionary for all slices acquired alike: there are 750,000 of them.</summary>
    private static IReadOnlyDictionary<string, string> Acquisition(DicomHeader header, DateOnly? first, Dictionary<string, IReadOnlyDictionary<string, string>> known)
    {
        var facts = AcquisitionFacts.Of(header.Acquisition, first).Append(new("intercept", header.Intercept.ToString(CultureInfo.InvariantCulture))).ToList();
        var key = string.Join('\n', facts);
        if (!known.TryGetValue(key, out var attributes))
            known[key] = attributes = new Dictionary<string, string>(facts);
        return attributes;
    }

    private void AddUnknown(LabelTable table, IReadOnlyList<DicomHeader> headers, List<DataProblem> problems)
    {
        var files = headers.Select(header => Path.GetFileNameWithoutExtension(header.Path)).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(table.Rows.Keys.Where(id => !files.Contains(id)).Order(StringComparer.Ordinal)
            .Select(id => new DataProblem(options.Labels, $"labels '{id}', and there is no '{options.Images}/{id}.dcm'.")));
    }
}
