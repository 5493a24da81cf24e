namespace Framework.Components.Reporting.Blocks;

/// <summary>A paragraph.</summary>
/// <param name="Text">Sentences.</param>
public sealed record TextBlock(string Text) : ReportBlock;
