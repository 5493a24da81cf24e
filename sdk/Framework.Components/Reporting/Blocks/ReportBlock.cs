namespace Framework.Components.Reporting.Blocks;

/// <summary>A piece of a section: a text, a warning, a verdict, a table, a figure or an image. Text is plain; the page encodes it.</summary>
public abstract record ReportBlock;
