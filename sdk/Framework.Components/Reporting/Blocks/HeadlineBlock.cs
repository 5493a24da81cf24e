namespace Framework.Components.Reporting.Blocks;

/// <summary>The figure that an experiment is about, large, with what stands beside it.</summary>
/// <param name="What">What it is: <c>auroc of any, test</c>.</param>
/// <param name="Value">The figure.</param>
/// <param name="Interval">Its confidence interval; empty where none was asked for.</param>
/// <param name="About">What it rests on, in a sentence.</param>
public sealed record HeadlineBlock(string What, string Value, string Interval, string About) : ReportBlock
{
    /// <summary>The same figure of controls and publications, each with its name.</summary>
    public IReadOnlyList<(string Name, TableCell Figure)> Beside { get; init; } = [];
}
