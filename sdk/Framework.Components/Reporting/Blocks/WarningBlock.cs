namespace Framework.Components.Reporting.Blocks;

/// <summary>A paragraph that a reader must not miss; shown in red.</summary>
/// <param name="Text">What is wrong, and what it means for the figures.</param>
public sealed record WarningBlock(string Text) : ReportBlock;
