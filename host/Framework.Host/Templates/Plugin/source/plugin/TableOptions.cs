namespace Study.Assembly;

/// <summary>Options of <c>study-name.table</c>.</summary>
/// <example>{ use: study-name.table, root: data/study-name }</example>
public sealed record TableOptions
{
    /// <summary>The folder of the data; paths in the table are relative to it.</summary>
    public required string Root { get; init; }

    /// <summary>The table in that folder: a line a case with the columns case, subject, file and positive (1, 0, or empty for missing). Default: cases.csv.</summary>
    public string Table { get; init; } = "cases.csv";
}
