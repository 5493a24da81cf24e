using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Ranks;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>A command that engines start in processes of their own, on a run that was prepared.</summary>
internal abstract class WorkerCommand : HostCommand
{
    private readonly Argument<string> _run = new("RUN") { Description = "The run folder" };
    private readonly Option<string> _runs = RunOptions.MakeRuns();
    private readonly Option<string> _device = new("--device") { DefaultValueFactory = _ => DeviceChoice.Auto };
    private readonly ThreadOptions _threads = new();

    protected WorkerCommand(string name, string description)
        : base(name, description)
    {
        Hidden = true;
        Add(_run);
        Add(_runs);
        Add(_device);
        _threads.AddTo(this);
    }

    /// <inheritdoc />
    public sealed override ExitCode Run(CommandContext context)
    {
        var (arguments, time) = (context.Arguments, context.Get<TimeProvider>());
        // The tasks of a cluster's job that does a unit in several processes are called alike.
        var launch = RankEnvironment.Find(null, Environment.GetEnvironmentVariable);
        if (launch is { Rank: > 0 })
            return new RankWork(context, launch).Follow(() => _threads.Settings(arguments, arguments.GetValue(_device)!, launch), arguments.GetValue(_runs)!, null);
        var store = new RunStore(arguments.GetValue(_runs)!, time);
        var folder = store.Find(arguments.GetValue(_run)!);
        var experiment = context.Loader.Load(folder.ExperimentFile, []).OrThrow();
        using var interruption = Interrupted(context);
        if (launch is null)
            return Until(interruption, null);
        return new RankWork(context, launch).Lead(interruption, null, leader =>
        {
            leader.Builds = ProgramBuilds.Of(context.Get<ComponentCatalogue>(), experiment);
            return Until(interruption, leader);
        });

        ExitCode Until(Interruption interruption, RankLeader? leader)
        {
            var settings = _threads.Settings(arguments, arguments.GetValue(_device)!, launch) with { Ranks = leader };
            return UntilStopped(context, interruption, stop => Work(context, new PlannedWork(context.Get<ComponentCatalogue>(), store, context.Screen, time), (folder, experiment, settings), stop));
        }
    }

    /// <summary>Does work that can be asked to stop, by a signal or by the end of the process that started this one.</summary>
    public static ExitCode UntilStopped(CommandContext context, Action<CancellationToken> work)
    {
        using var interruption = Interrupted(context);
        return UntilStopped(context, interruption, work);
    }

    private static Interruption Interrupted(CommandContext context)
    {
        var interruption = new Interruption(context.Screen);
        if (Environment.GetEnvironmentVariable(Tether.Variable) == "1")
            interruption.Tie();
        return interruption;
    }

    private static ExitCode UntilStopped(CommandContext context, Interruption interruption, Action<CancellationToken> work)
    {
        try
        {
            work(interruption.Token);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (interruption.ExitCode is not null)
        {
            context.Screen.Line("interrupted; the state is saved");
            return interruption.ExitCode.Value;
        }
    }

    /// <summary>Does the work.</summary>
    protected abstract void Work(CommandContext context, PlannedWork work, (RunFolder Folder, Experiment Experiment, RunSettings Settings) run, CancellationToken stop);
}
