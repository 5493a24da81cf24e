using Framework.Components.Evaluation.Levels;

namespace Framework.Components.Evaluation.Readers;

/// <summary>A table of readers' calls, one line for each reader, condition and case; a column named like a label holds 1, 0 or nothing.</summary>
public sealed record ReaderOptions
{
    /// <summary>The CSV file.</summary>
    public required string File { get; init; }

    /// <summary>The column of cases: identities as the data source knows them. Default: case.</summary>
    public string Case { get; init; } = "case";

    /// <summary>The column of readers; codes rather than names, for they stand in the report. Default: reader.</summary>
    public string Reader { get; init; } = "reader";

    /// <summary>The column of conditions such as <c>unassisted</c> and <c>assisted</c>; none where every reader read each case once.</summary>
    public string? Condition { get; init; }

    /// <summary>What a line is about where it is not a case: series, study or subject. It must be one of <c>levels</c>.</summary>
    public LevelUnit? At { get; init; }
}
