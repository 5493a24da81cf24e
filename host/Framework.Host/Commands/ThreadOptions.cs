using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Ranks;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>How many threads a process uses.</summary>
internal sealed class ThreadOptions
{
    private readonly Option<int?> _threads = Make("--threads", "Threads that the tensor library computes with; all processors where not given, shared between workers");
    private readonly Option<int?> _loaders = Make("--loader-threads", "Threads that read and transform cases; as many where not given, 0 for none beside the one that trains");

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_threads);
        command.Add(_loaders);
    }

    /// <summary>The value of <c>--threads</c>; null where it was not given.</summary>
    /// <exception cref="ExperimentException">There must be one.</exception>
    public int? Compute(ParseResult arguments) => AtLeast(1, arguments, _threads);

    /// <summary>The value of <c>--loader-threads</c>; null where it was not given.</summary>
    /// <exception cref="ExperimentException">It is less than none.</exception>
    public int? Loaders(ParseResult arguments) => AtLeast(0, arguments, _loaders);

    /// <summary>The settings that these options and a device say.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="device">The value of <c>--device</c>.</param>
    /// <param name="launch">The rank that this process is, which has its share of threads and devices; null for one that trains alone.</param>
    public RunSettings Settings(ParseResult arguments, string device, RankLaunch? launch = null) => new()
    {
        Device = launch is null ? DeviceChoice.Resolve(device) : DeviceChoice.Resolve(device, launch),
        ComputeThreads = Compute(arguments) ?? launch?.Share,
        LoaderThreads = Loaders(arguments) ?? launch?.Share ?? Environment.ProcessorCount,
        CommandLine = CommandWords.OfProcess(),
    };

    /// <summary>The value of an option that counts something.</summary>
    /// <exception cref="ExperimentException">It is less than that.</exception>
    public static int? AtLeast(int least, ParseResult arguments, Option<int?> option) => arguments.GetValue(option) is { } count && count < least
        ? throw new ExperimentException($"{option.Name} takes a number of at least {least}; it is '{count}'.")
        : arguments.GetValue(option);

    private static Option<int?> Make(string name, string description) => new(name) { Description = description, HelpName = "N" };
}
