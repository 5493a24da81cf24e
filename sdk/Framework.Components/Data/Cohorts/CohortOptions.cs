using System.ComponentModel.DataAnnotations;
using Framework.Components.Data.Pictures;
using Framework.Components.Data.Series;
using Framework.Components.Data.Tables;
using Framework.Components.Data.Volumes;

namespace Framework.Components.Data.Cohorts;

/// <summary>Options of <c>cohort</c>. Columns are named by their headers; paths in cells are relative to the root.</summary>
/// <example>{ use: cohort, root: /data/brain, tables: [cohort.csv], subject: patient, images: { image: t1 }, labels: { fistula: dsm } }</example>
public sealed record CohortOptions : IValidatableObject
{
    /// <summary>The folder that tables and images lie in.</summary>
    [MinLength(1)]
    public required string Root { get; init; }

    /// <summary>One table, or several that are read one after the other; below the root. All have the columns that are named here.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Tables { get; init; }

    /// <summary>What stands between two fields of a line: <c>comma</c>, <c>semicolon</c>, <c>tab</c> or <c>bar</c>.</summary>
    public CsvDelimiter Delimiter { get; init; }

    /// <summary>The column of the patient. Parts of a split are made of patients.</summary>
    [MinLength(1)]
    public required string Subject { get; init; }

    /// <summary>The column of the case's identity, different in each row; where not given, the path of <c>image</c> is it.</summary>
    public string? Case { get; init; }

    /// <summary>The column of the centre or scanner group; none where not given.</summary>
    public string? Site { get; init; }

    /// <summary>The column of the study (the examination); none where not given.</summary>
    public string? Study { get; init; }

    /// <summary>The column of the accession number, for the audit; that of the DICOM header where not given.</summary>
    public string? Accession { get; init; }

    /// <summary>The column of the series that a row's slice belongs to, where cases are slices; none where not given. A series of <c>image</c> goes before it.</summary>
    public string? Series { get; init; }

    /// <summary>The column of the slice's position along the normal of its series, millimetres; none where not given.</summary>
    public string? Position { get; init; }

    /// <summary>The images of a case by name, each a column of paths or a mapping; one is called <c>image</c>, the one that a model sees.</summary>
    [MinLength(1)]
    public required IReadOnlyDictionary<string, ImageColumn> Images { get; init; }

    /// <summary>The labels by name, each a column or a mapping; <c>{ column: stenosis, classes: [none, mild, severe], ordered: true }</c> for a question with several answers.</summary>
    public IReadOnlyDictionary<string, LabelColumn> Labels { get; init; } = new Dictionary<string, LabelColumn>();

    /// <summary>Columns to keep as facts of the case, for subgroups and shortcut probes. No names, dates or numbers of patients.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Rules by which rows are left out, applied in order; each is counted in the flow of the cohort.</summary>
    public IReadOnlyList<Exclusion> Exclude { get; init; } = [];

    /// <summary>How PNG and JPEG files are read.</summary>
    public PictureOptions Pictures { get; init; } = new();

    /// <summary>How NIfTI and MGH files are read.</summary>
    public VolumeOptions Volumes { get; init; } = new();

    /// <summary>How a DICOM series becomes a volume.</summary>
    public DicomVolumeOptions Dicom { get; init; } = new();

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Images.ContainsKey(Sample.ImageName))
            yield return new ValidationResult($"'images' has no '{Sample.ImageName}'. Call the one that a model sees so.", [nameof(Images)]);
        if (Labels.FirstOrDefault(label => label.Value.Values.Count > 0 && label.Value.Values.Values.All(value => value.IsMissing)) is { Key: { } name })
            yield return new ValidationResult($"every value of the label '{name}' is 'missing'. Give at least one a number.", [nameof(Labels)]);
        foreach (var (label, column) in Labels)
        {
            if (column.Fault is { } fault)
                yield return new ValidationResult($"the label '{label}': {fault}", [nameof(Labels)]);
        }

        if (Labels.SelectMany(label => label.Value.LabelsOf(label.Key).Distinct()).GroupBy(label => label).FirstOrDefault(same => same.Count() > 1) is { } twice)
            yield return new ValidationResult($"there are two labels '{twice.Key}', of which one is a class. Give one of them another name.", [nameof(Labels)]);
    }

    /// <summary>The names of the index's labels: one for each label, or for each of its classes.</summary>
    internal IEnumerable<string> LabelNames => Labels.SelectMany(label => label.Value.LabelsOf(label.Key));

    /// <summary>The labels that have classes.</summary>
    internal IEnumerable<LabelGroup> Groups => Labels.Where(label => label.Value.Classes.Count > 0)
        .Select(label => new LabelGroup(label.Key, [.. label.Value.LabelsOf(label.Key)], label.Value.Ordered));
}
