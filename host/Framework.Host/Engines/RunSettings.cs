using Framework.Host.Ranks;
using Framework.Host.Runs;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>How a run is executed. Sums may differ in their last bits between devices and numbers of threads; nothing else does.</summary>
internal sealed record RunSettings
{
    /// <summary>Where the network runs.</summary>
    public required torch.Device Device { get; init; }

    /// <summary>Whether each unit's process finds its device itself, on another machine than this one.</summary>
    public bool UnitsFindDevices { get; init; }

    /// <summary>Threads that the tensor library computes with, at least 1; null for its own choice, which is all processors.</summary>
    public int? ComputeThreads { get; init; }

    /// <summary>Loader threads; 0 loads in the thread that trains.</summary>
    public int LoaderThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>Transforms are fitted on at most so many cases: a run takes all of the training part, a trial a few.</summary>
    public int FittingCases { get; init; } = int.MaxValue;

    /// <summary>Whether to begin a run of its own and to compute everything in it.</summary>
    public bool Fresh { get; init; }

    /// <summary>The stage to stop after: it and those that it reads are done, and the run stays unfinished; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Whether to train the stretch between each unit's last two checkpoints again, and compare.</summary>
    public bool VerifyResume { get; init; }

    /// <summary>The other processes that train with this one; null where it trains alone.</summary>
    public RankLeader? Ranks { get; init; }

    /// <summary>What was called, for the provenance.</summary>
    public required string CommandLine { get; init; }

    /// <summary>How a finished run was executed, so that its model gives the same bits again; sets the tensor library's threads.</summary>
    /// <param name="run">The run.</param>
    /// <param name="device">What <c>--device</c> says: <c>auto</c> takes the run's, where its units had one and the same.</param>
    /// <param name="threads">What <c>--threads</c> says; null takes the run's.</param>
    /// <exception cref="ExperimentException">The device is not there.</exception>
    public static RunSettings Of(RunFolder run, string device = DeviceChoice.Auto, int? threads = null)
    {
        var start = run.Provenance is { Starts: [.., var last] } ? last : null;
        var count = threads ?? start?.Threads;
        if (count is { } given)
            torch.set_num_threads(given);
        var found = device == DeviceChoice.Auto && RunDevices.Of(run) is [var own] ? OfRun(own) : DeviceChoice.Resolve(device);
        return new RunSettings { Device = found, ComputeThreads = count, CommandLine = "" };
    }

    private static torch.Device OfRun(string own)
    {
        try
        {
            return DeviceChoice.Resolve(own);
        }
        catch (ExperimentException e)
        {
            throw new ExperimentException($"the run's networks worked on '{own}', and this machine has no such device. Do this where there is one, or say --device cpu where the command takes it: figures differ in their last digits then.", e);
        }
    }
}
