namespace Framework.Components.Data.Series;

/// <summary>What was found below a folder.</summary>
public sealed record SeriesInventory
{
    /// <summary>The series that can be read as volumes, ordered by patient, study, series number and identity.</summary>
    public required IReadOnlyList<DicomSeries> Series { get; init; }

    /// <summary>What is wrong: files that cannot be read, series with slices missing or out of line. Each names a file.</summary>
    public required IReadOnlyList<DataProblem> Problems { get; init; }

    /// <summary>What is not a slice of a volume and was left out: localizers, secondary captures, reports, copies.</summary>
    public required IReadOnlyList<DataProblem> LeftOut { get; init; }
}
