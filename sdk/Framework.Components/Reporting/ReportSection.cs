using Framework.Components.Reporting.Blocks;

namespace Framework.Components.Reporting;

/// <summary>A part of a report that one thing has to say: controls, audit, readers, calibration.</summary>
/// <param name="Place">Where it stands; sections of one place follow each other as they were given.</param>
/// <param name="Title">Its heading, in words of the field.</param>
/// <param name="Blocks">Its content, in order; a section without any is left out.</param>
public sealed record ReportSection(ReportPlace Place, string Title, IReadOnlyList<ReportBlock> Blocks);
