using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>prepare FILE</c>, which batches call: plans a run, makes its folder and says which units are left to other processes.</summary>
internal sealed class PrepareCommand : HostCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The experiment" };
    private readonly RunOptions _options = new();
    private readonly ThreadOptions _threads = new();
    private readonly PlanOptions _plan = new();
    private readonly Option<bool> _cluster = new("--cluster") { Description = "A cluster does the units: with the threads that 'resources' says where --threads is not given" };
    private readonly Option<string> _called = new("--called") { Description = "The command line for the provenance", DefaultValueFactory = _ => CommandWords.OfProcess() };

    public PrepareCommand()
        : base("prepare", "Plans a run for workers to do")
    {
        Hidden = true;
        Add(_file);
        _options.AddTo(this);
        _threads.AddTo(this);
        _plan.AddTo(this);
        Add(_called);
        Add(_cluster);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        var time = context.Get<TimeProvider>();
        var experiment = context.Loader.Load(arguments.GetValue(_file)!, _options.Sets(arguments)).OrThrow();
        var isCluster = arguments.GetValue(_cluster);
        var settings = _threads.Settings(arguments, isCluster ? DeviceElsewhere(_options.Device(arguments)) : _options.Device(arguments)) with
        {
            UnitsFindDevices = isCluster,
            Fresh = _plan.Fresh(arguments),
            Only = _plan.Only(arguments),
            CommandLine = arguments.GetValue(_called)!,
        };
        if (isCluster)
            settings = settings with { ComputeThreads = settings.ComputeThreads ?? experiment.Resources.Cpus };
        var execution = new RunExecution(context.Get<ComponentCatalogue>(), _options.Store(arguments, time), context.Screen, time);
        return WorkerCommand.UntilStopped(context, stop =>
        {
            var prepared = execution.Prepare(experiment, settings, isCluster ? null : _options.Device(arguments), stop);
            context.Terminal.Results.WriteLine(RunJson.Text(prepared, RunJson.Form.PreparedRun));
        });
    }

    /// <summary>The machine that submits jobs need not have what they compute on: planning takes the processors.</summary>
    private static string DeviceElsewhere(string name)
    {
        DeviceChoice.CheckName(name);
        return DeviceChoice.Cpu;
    }
}
