namespace Framework.Components.Reporting.Blocks;

/// <summary>A heading within a section.</summary>
/// <param name="Text">A few words.</param>
public sealed record HeadingBlock(string Text) : ReportBlock;
