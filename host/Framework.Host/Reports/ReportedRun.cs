using Framework.Host.Engines;
using Framework.Host.Engines.Triage;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Reports;

/// <summary>A run whose units are finished, as a report sees it.</summary>
/// <param name="Folder">Its folder: everything that is said should be read from there, so that the report can be made again.</param>
/// <param name="Experiment">What was done.</param>
/// <param name="Rows">The figures of the run and its controls.</param>
/// <param name="Pooled">The tables that they are figures of; none where the data are not at hand.</param>
/// <param name="Readers">Readers beside the model.</param>
/// <param name="Work">The run with its data; null where they are not at hand.</param>
internal sealed record ReportedRun(
    RunFolder Folder, Experiment Experiment, IReadOnlyList<MetricRow> Rows, IReadOnlyList<(UnitId Unit, string Split, Predictions Rows, Predictions Table)> Pooled, IReadOnlyList<ReaderResult> Readers, RunWork? Work)
{
    /// <summary>Metrics that were asked for and have no figure.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    /// <summary>Operating points of series and subjects; none where the data are not at hand.</summary>
    public IReadOnlyList<TriagePoint> Triage { get; init; } = [];

    /// <summary>A run whose data are at hand.</summary>
    public static ReportedRun Of(RunWork work, Evaluation evaluation) => new(work.Folder, work.Experiment, [.. evaluation.All(), .. work.Folder.PredictedFigures], evaluation.Pooled, evaluation.Readers, work) { Silent = evaluation.Silent, Triage = TriagePoints.Of(work, evaluation.Tables) };

    /// <summary>A run that only its folder is left of.</summary>
    public static ReportedRun WithoutData(RunFolder folder, Experiment experiment) => new(folder, experiment, folder.Metrics ?? [], [], [], null);
}
