using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Runs;

namespace Framework.Host.Commands;

/// <summary>The options of the commands that execute an experiment or look into it.</summary>
internal sealed class RunOptions
{
    private readonly Option<string[]> _sets = CommandOptions.Set();
    private readonly Option<string> _runs = MakeRuns();

    private readonly Option<string> _device = MakeDevice("Where the network runs; 'auto' takes a GPU that libtorch can use");

    /// <summary>The option that names a device.</summary>
    /// <param name="description">What it is for, and what 'auto' means.</param>
    public static Option<string> MakeDevice(string description) =>
        new("--device") { Description = description, HelpName = "auto|cpu|cuda:0", DefaultValueFactory = _ => DeviceChoice.Auto };

    /// <summary>The option that names the folder of runs.</summary>
    public static Option<string> MakeRuns() =>
        new("--runs") { Description = "The folder of all runs", HelpName = "DIR", DefaultValueFactory = _ => "runs" };

    /// <summary>The option that chooses a variant of a run.</summary>
    public static Option<string?> MakeVariant() =>
        new("--variant") { Description = "Which variant of a run with 'matrix'; 'all' takes each by itself", HelpName = "NAME|all" };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_sets);
        command.Add(_runs);
        command.Add(_device);
    }

    /// <summary>The values of <c>--set</c>, in order.</summary>
    public IReadOnlyList<string> Sets(ParseResult arguments) => arguments.GetValue(_sets) ?? [];

    /// <summary>The value of <c>--device</c>.</summary>
    public string Device(ParseResult arguments) => arguments.GetValue(_device)!;

    /// <summary>The value of <c>--runs</c>.</summary>
    public string Runs(ParseResult arguments) => arguments.GetValue(_runs)!;

    /// <summary>The store that <c>--runs</c> names.</summary>
    public RunStore Store(ParseResult arguments, TimeProvider time) => new(arguments.GetValue(_runs)!, time);
}
