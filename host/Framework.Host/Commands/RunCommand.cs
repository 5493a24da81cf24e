using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>run FILE</c>: plans, executes or resumes, reports.</summary>
internal sealed class RunCommand : HostCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The experiment" };
    private readonly RunOptions _options = new();

    private readonly Option<bool> _fresh = new("--new")
    {
        Description = "Starts a run of its own, computed from nothing, although one of the same experiment is there",
    };

    private readonly Option<string> _engine = new("--engine")
    {
        Description = "What executes the units",
        HelpName = LocalEngine.Name,
        DefaultValueFactory = _ => LocalEngine.Name,
    };

    private readonly Option<string?> _only = new("--only")
    {
        Description = "Does the units of one stage and of those that it reads; the same command without it does the rest",
        HelpName = "STAGE",
    };

    private readonly Option<bool> _verify = new("--verify-resume")
    {
        Description = "Afterwards, or on a finished run, trains the stretch between each unit's last two checkpoints again and compares every bit",
    };

    private readonly Option<int?> _threads = Threads("--threads", "Threads that the tensor library computes with; all processors where not given");
    private readonly Option<int?> _loaders = Threads("--loader-threads", "Threads that read and transform cases; as many where not given, 0 for none beside the one that trains");

    public RunCommand()
        : base("run", "Runs an experiment, or goes on with it where it was interrupted")
    {
        Add(_file);
        _options.AddTo(this);
        Add(_fresh);
        Add(_engine);
        Add(_only);
        Add(_verify);
        Add(_threads);
        Add(_loaders);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        if (arguments.GetValue(_engine) is var engine and not LocalEngine.Name)
            throw new ExperimentException($"--engine: there is no engine '{engine}' in this version. Use '{LocalEngine.Name}'.");
        var time = context.Get<TimeProvider>();
        var experiment = context.Loader.Load(arguments.GetValue(_file)!, _options.Sets(arguments)).OrThrow();
        var screen = context.Screen;
        var settings = new RunSettings
        {
            Device = DeviceChoice.Resolve(_options.Device(arguments)),
            ComputeThreads = AtLeast(1, arguments, _threads),
            LoaderThreads = AtLeast(0, arguments, _loaders) ?? Environment.ProcessorCount,
            Fresh = arguments.GetValue(_fresh),
            Only = arguments.GetValue(_only),
            VerifyResume = arguments.GetValue(_verify),
            CommandLine = CommandWords.OfProcess(),
        };
        var execution = new RunExecution(context.Get<ComponentCatalogue>(), _options.Store(arguments, time), screen, time);
        using var interruption = new Interruption(screen);
        try
        {
            var run = execution.Run(experiment, settings, interruption.Token);
            Show(run, experiment, context.Terminal);
            return run.Verdicts.Any(verdict => verdict.FailsRun) ? ExitCode.ControlFailed : ExitCode.Done;
        }
        catch (OperationCanceledException) when (interruption.ExitCode is not null)
        {
            screen.Line($"interrupted; the state is saved. This command resumes: {CommandWords.Resuming(Environment.GetCommandLineArgs().Skip(1))}");
            return interruption.ExitCode.Value;
        }
    }

    private static Option<int?> Threads(string name, string description) => new(name) { Description = description, HelpName = "N" };

    private static int? AtLeast(int least, ParseResult arguments, Option<int?> option) => arguments.GetValue(option) is { } count && count < least
        ? throw new ExperimentException($"{option.Name} takes a number of at least {least}; it is '{count}'.")
        : arguments.GetValue(option);

    private static void Show(RunFolder run, Experiment experiment, HostTerminal terminal)
    {
        foreach (var line in ResultTable.Lines(run.Metrics ?? [], experiment.Published))
            terminal.Line(line);
        foreach (var line in TextTable.Lines(VariantTable.Rows(run)))
            terminal.Line(line);
        foreach (var line in Verdicts.Lines(run.Verdicts))
            terminal.Line(line);
        foreach (var verdict in run.Verdicts.Where(verdict => verdict.FailsRun))
            terminal.Error($"{verdict.Stage}: the control '{verdict.Control}' must pass and did not. Look into that before you believe a score; everything is written.");
        terminal.Line(run.IsFinished
            ? $"report: {run.ReportFile}"
            : "the run is not finished: the same command without --only does the other stages and writes the report.");
        terminal.Results.WriteLine(run.Path);
    }
}
