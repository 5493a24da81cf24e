using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Runs;

namespace Framework.Host.Reports;

/// <summary>A run whose units are finished, as a report sees it.</summary>
/// <param name="Folder">Its folder: everything that is said should be read from there, so that the report can be made again.</param>
/// <param name="Experiment">What was done.</param>
/// <param name="Evaluation">The pooled tables and their figures.</param>
internal sealed record ReportedRun(RunFolder Folder, Experiment Experiment, Evaluation Evaluation)
{
    /// <summary>The figures of the run and its controls.</summary>
    public IReadOnlyList<MetricRow> Rows { get; } = Evaluation.All();
}
