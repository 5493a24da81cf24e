using System.Diagnostics;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>A tiny study that several processes train together, with a network whose batch normalisation they must share.</summary>
internal static class RankedStudy
{
    public const string Yaml = """
        name: tiny
        seed: 11
        phantom: { use: ich, out: cohort, cases: 64, seed: 5, matrix_size: 32, slice_spacing: 14, prevalence: { subdural: 0.25, epidural: 0.2 } }
        data: { use: ich.rsna, root: cohort }
        split: { use: holdout, train: 0.5, validate: 0.25, test: 0.25 }
        stages:
          classify:
            transforms:
              - hounsfield
              - { use: windows, windows: [brain, subdural] }
              - { use: flip, only: train, axis: x, probability: 0.5 }
            model: { use: resnet, depth: 18, width: 4 }
            trainer: { use: supervised, epochs: EPOCHS, batch_size: 6, checkpoint_every: 3, loss: { use: bce-with-logits }, optimizer: { use: sgd, learning_rate: 1.0e-3, momentum: 0.9 } }
        metrics: [ log-loss ]
        controls: [ untrained, prevalence ]
        """;

    /// <summary>Long enough to be disturbed.</summary>
    public static TinyStudy Long() => new(Yaml.Replace("EPOCHS", "40", StringComparison.Ordinal));

    /// <summary>Short enough for its sums to be those of one process.</summary>
    public static TinyStudy Short() => new(Yaml.Replace("EPOCHS", "3", StringComparison.Ordinal));

    /// <summary>One process by itself.</summary>
    public static string[] Alone { get; } = HostProcess.RunTiny;

    /// <summary>Two processes, with one thread each.</summary>
    public static string[] Two { get; } = [.. HostProcess.RunTiny, "--ranks", "2"];

    /// <summary>The number of the process that follows, as soon as it trains: a state has been saved since rank 0 began.</summary>
    public static async Task<int> Following(HostProcess leader, TinyStudy study)
    {
        await Until(() => leader.HasEnded || HasSaved(study));
        return ChildProcesses.Of(leader.Id).Single(child => child.Words.Contains("tiny.yaml", StringComparison.Ordinal)).Id;
    }

    /// <summary>Whether the unit has a state to go on from.</summary>
    public static bool HasSaved(TinyStudy study) => Unit(study) is { } unit && File.Exists(unit.File(CheckpointFiles.Last));

    /// <summary>The unit that is trained; null where there is no run yet.</summary>
    public static UnitFolder? Unit(TinyStudy study) =>
        Directory.Exists(Path.Combine(study.Path, "runs", "tiny")) && Directory.GetDirectories(Path.Combine(study.Path, "runs", "tiny")).Any(path => !path.EndsWith(".tmp", StringComparison.Ordinal))
            ? RunFolder.TryOpen(study.Run)!.Units[0] : null;

    /// <summary>Waits until something is so.</summary>
    public static async Task Until(Func<bool> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(4), "waited in vain");
            await timer.WaitForNextTickAsync();
        }
    }
}
