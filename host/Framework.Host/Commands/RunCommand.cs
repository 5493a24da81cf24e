using System.CommandLine;
using System.Diagnostics;
using Framework.Host.Batches;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Profiling;
using Framework.Host.Ranks;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>run FILE</c>: plans, executes or resumes, reports.</summary>
internal sealed class RunCommand : HostCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The experiment" };
    private readonly RunOptions _options = new();

    private readonly PlanOptions _plan = new();

    private readonly Option<bool> _verify = new("--verify-resume")
    {
        Description = "Afterwards, or on a finished run, trains the stretch between each unit's last two checkpoints again and compares every bit",
    };

    private readonly Option<bool> _debugger = new("--wait-for-debugger") { Description = "Says the process's number and waits until a debugger is attached to it" };

    private readonly Option<bool> _profile = new("--profile") { Description = "Says at the end where the time went, and writes a trace that Perfetto and Chrome open" };

    private readonly RankOptions _ranks = new("Trains each unit in so many processes of this machine together, each with its share of the processors; torchrun, mpirun and srun start them on several");
    private readonly ThreadOptions _threads = new();
    private readonly BatchOptions _batch = new();

    public RunCommand()
        : base("run", "Runs an experiment, or goes on with it where it was interrupted")
    {
        Add(_file);
        _options.AddTo(this);
        _plan.AddTo(this);
        Add(_verify);
        Add(_debugger);
        Add(_profile);
        _ranks.AddTo(this);
        _threads.AddTo(this);
        _batch.AddTo(this);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        var launch = _ranks.Find(arguments);
        if (_batch.AreWorkersAsked(arguments, launch is not null))
            return InWorkers(context, launch);
        if (launch is not null && arguments.GetValue(_verify))
            throw new ExperimentException($"--verify-resume trains in this process alone, which gives other last digits than {launch.By}: leave one of the two out.");
        if (launch is { Rank: > 0 })
            return new RankWork(context, launch).Follow(() => _threads.Settings(arguments, _options.Device(arguments), launch), _options.Runs(arguments), () => Load(context));
        if (arguments.GetValue(_debugger))
            DebuggerWait.Until(() => Debugger.IsAttached, context.Terminal, context.Get<TimeProvider>());
        using var interruption = new Interruption(context.Screen);
        return launch is null ? Run(context, interruption, null) : new RankWork(context, launch).Lead(interruption, Again, leader => Run(context, interruption, leader));
    }

    private static string Again => CommandWords.Resuming(Environment.GetCommandLineArgs().Skip(1));

    private Experiment Load(CommandContext context) => context.Loader.Load(context.Arguments.GetValue(_file)!, _options.Sets(context.Arguments)).OrThrow();

    private ExitCode Run(CommandContext context, Interruption interruption, RankLeader? leader)
    {
        var (arguments, screen, time) = (context.Arguments, context.Screen, context.Get<TimeProvider>());
        var experiment = Load(context);
        if (leader is not null)
            leader.Builds = ProgramBuilds.Of(context.Get<ComponentCatalogue>(), experiment);
        var settings = _threads.Settings(arguments, _options.Device(arguments), leader?.Launch) with
        {
            Fresh = _plan.Fresh(arguments),
            Only = _plan.Only(arguments),
            VerifyResume = arguments.GetValue(_verify),
            Ranks = leader,
        };
        var execution = new RunExecution(context.Get<ComponentCatalogue>(), _options.Store(arguments, time), screen, time);
        using var profile = arguments.GetValue(_profile) ? new WorkProfile(time) : null;
        try
        {
            var run = execution.Run(experiment, settings, interruption.Token);
            RunText.Show(run, experiment.Published, context.Terminal);
            if (profile is not null)
                Show(profile, run, context.Terminal);
            ShowPlace(run, context.Terminal);
            RunText.Judge(run, context.Terminal);
            return RunOutcome.CodeOf(run);
        }
        catch (OperationCanceledException) when (interruption.ExitCode is not null)
        {
            screen.Line($"interrupted; the state is saved. This command resumes: {Again}");
            return interruption.ExitCode.Value;
        }
    }

    /// <summary>A batch of one experiment, which says what the experiment itself says.</summary>
    private ExitCode InWorkers(CommandContext context, RankLaunch? launch)
    {
        var arguments = context.Arguments;
        if (launch is not null)
            throw new ExperimentException($"{launch.By} is about units that this command trains itself, and --parallel and --engine leave them to others. Leave one of the two out; a cluster trains units in ranks by 'resources: {{ ranks: {launch.Size} }}'.");
        if (arguments.GetValue(_verify))
            throw new ExperimentException("--verify-resume trains in this process: leave --parallel and --engine out, and give it on the finished run.");
        if (arguments.GetValue(_debugger))
            throw new ExperimentException("--wait-for-debugger waits in this process, and workers train in others: leave --parallel and --engine out.");
        if (arguments.GetValue(_profile))
            throw new ExperimentException("--profile measures this process, and workers train in others: leave --parallel and --engine out.");
        var settings = _batch.Settings(arguments, _options, _threads, _plan.Words(arguments)) with { Results = context.Terminal.Line, ResultWidth = context.Terminal.Width };
        var store = _options.Store(arguments, TimeProvider.System).MakeWritable();
        var (record, code) = new BatchWork(context, store, settings).Do(FilePatterns.Expand([arguments.GetValue(_file)!]));
        if (record.Experiments[0] is { State: UnitState.Finished, Run: { } path } && RunFolder.TryOpen(path) is { } run)
        {
            ShowPlace(run, context.Terminal);
            RunText.Judge(run, context.Terminal);
        }
        else
        {
            BatchWork.Show(record, context.Terminal);
        }

        return code;
    }

    private static void Show(WorkProfile profile, RunFolder run, HostTerminal terminal)
    {
        foreach (var line in ProfileTable.Lines(profile, terminal.Width))
            terminal.Line(line);
        var file = Path.Combine(run.Path, ProfileTrace.FileName);
        AtomicFile.Write(file, stream => ProfileTrace.Write(profile, stream));
        terminal.Line($"trace, for ui.perfetto.dev or chrome://tracing: {file}");
    }

    private static void ShowPlace(RunFolder run, HostTerminal terminal)
    {
        terminal.Line(run.IsFinished
            ? $"report: {run.ReportFile}"
            : "the run is not finished: the same command without --only does the other stages and writes the report.");
        terminal.Results.WriteLine(run.Path);
    }
}
