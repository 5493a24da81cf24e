using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Runs;

namespace Framework.Host.Commands;

/// <summary><c>finish RUN</c>, which engines call: figures, tables and the report of a run whose units are done.</summary>
internal sealed class FinishCommand : WorkerCommand
{
    private readonly Option<bool> _partial = new("--partial") { Description = "Some units were not asked for" };

    public FinishCommand()
        : base("finish", "Evaluates a prepared run") => Add(_partial);

    /// <inheritdoc />
    protected override void Work(CommandContext context, PlannedWork work, (RunFolder Folder, Experiment Experiment, RunSettings Settings) run, CancellationToken stop)
    {
        work.Finish(run.Folder, run.Experiment, run.Settings, context.Arguments.GetValue(_partial), stop);
        RunText.Show(run.Folder, run.Experiment.Published, context.Terminal);
        if (!context.Terminal.IsOverheard) // who started this says it itself, below everything
            RunText.Judge(run.Folder, context.Terminal);
    }
}
