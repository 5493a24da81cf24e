namespace Framework.Host.Reports;

/// <summary>Everything that adds sections to a report.</summary>
internal static class ReportParts
{
    /// <summary>In no particular order: a section says where it stands.</summary>
    public static IReadOnlyList<IReportPart> All { get; } =
    [
        new DataWarnings(),
        new ControlVerdictsPart(),
        new AuditPart(),
        new SuspectLabelsPart(),
        new VariantSection(),
        new ExternalOpenings(),
        new TakenSlices(),
        new MapSections(),
        new StageComparison(),
        new SpreadSection(),
        new EnsembleSection(),
        new PredictedSection(),
        new ValidationLosses(),
        new UnsafeSplits(),
        new TriageSection(),
        new ReaderSection(),
        new NotDone(),
    ];
}
