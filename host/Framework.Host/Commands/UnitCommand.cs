using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Runs;

namespace Framework.Host.Commands;

/// <summary><c>unit RUN NAME</c>, which engines call: does one unit of a run.</summary>
internal sealed class UnitCommand : WorkerCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "The unit" };

    public UnitCommand()
        : base("unit", "Does one unit of a prepared run") => Add(_name);

    /// <inheritdoc />
    protected override void Work(CommandContext context, PlannedWork work, (RunFolder Folder, Experiment Experiment, RunSettings Settings) run, CancellationToken stop) =>
        work.DoUnit(run.Folder, run.Experiment, context.Arguments.GetValue(_name)!, run.Settings, stop);
}
