using System.ComponentModel.DataAnnotations;
using Framework.Components.Data.Tables;

namespace Framework.Components.Splits;

/// <summary>Options of <c>fixed</c>.</summary>
/// <example>{ use: fixed, file: splits/published.csv }</example>
public sealed record FixedOptions
{
    /// <summary>A table with a line for each subject, or for each subject and fold; relative to the folder that the command runs in.</summary>
    [MinLength(1)]
    public required string File { get; init; }

    /// <summary>The column with the subject's identity, as the data source knows it. Default: <c>subject</c>.</summary>
    public string Subject { get; init; } = "subject";

    /// <summary>The column with <c>train</c>, <c>validate</c>, <c>test</c> or <c>external</c>. Default: <c>part</c>.</summary>
    public string Part { get; init; } = "part";

    /// <summary>The column with the fold's number, a whole number. Default: <c>fold</c>; a table without such a column has one fold.</summary>
    public string Fold { get; init; } = "fold";

    /// <summary>What stands between two fields. Default: a comma.</summary>
    public CsvDelimiter Delimiter { get; init; }
}
