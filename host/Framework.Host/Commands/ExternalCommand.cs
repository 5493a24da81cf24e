using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Engines.External;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>external RUN --reason TEXT</c>: opens the locked set of a finished run.</summary>
internal sealed class ExternalCommand : HostCommand
{
    private readonly Argument<string> _run = new("RUN") { Description = "A finished run: its folder, an experiment's name for its newest run, or 'latest'" };
    private readonly Option<string> _reason = new("--reason") { Description = "Why the set is opened now; it is logged and stands in the report", HelpName = "TEXT", Required = true };
    private readonly Option<bool> _again = new("--again") { Description = "Opens it although this very model has seen it before; the report shows every time" };
    private readonly Option<string?> _variant = RunOptions.MakeVariant();
    private readonly Option<string> _runs = RunOptions.MakeRuns();
    private readonly Option<string> _device = RunOptions.MakeDevice("Where the network runs; 'auto' takes what the run's own networks worked on");

    public ExternalCommand()
        : base("external", "Scores a finished run on its external set, which is opened once for each frozen model")
    {
        Add(_run);
        Add(_reason);
        Add(_again);
        Add(_variant);
        Add(_runs);
        Add(_device);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        var time = context.Get<TimeProvider>();
        var store = new RunStore(arguments.GetValue(_runs)!, time);
        var run = store.Find(arguments.GetValue(_run)!);
        var experiment = context.Loader.Load(run.ExperimentFile, ["phantom=null"]).OrThrow();
        using var interruption = new Interruption(context.Screen);
        new ExternalEvaluation(store, context.Screen, time)
            .Run(run, experiment, arguments.GetValue(_variant), arguments.GetValue(_reason)!, arguments.GetValue(_again), RunSettings.Of(run, arguments.GetValue(_device)!), interruption.Token);
        foreach (var line in ResultTable.Lines([.. (run.Metrics ?? []).Where(row => row.Split == ExternalEvaluation.Split)], experiment.Published, context.Terminal.Width))
            context.Terminal.Line(line);
        context.Terminal.Results.WriteLine(run.Path);
        return ExitCode.Done;
    }
}
