using Framework.Host.Runs;
using Framework.Host.Tests.Plugins;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>Alone: what the kernel ends for want of memory it counts for the whole machine, and workers of other tests would take the count for theirs.</summary>
[Collection(nameof(OneAtATime))]
public sealed class MemoryFaultTests : IDisposable
{
    private static readonly string[] OneByOne = ["--device", "cpu", "--threads", "1", "--loader-threads", "1"];
    private readonly TinyBatch _batch = new();

    public void Dispose() => _batch.Dispose();

    [MemoryCageFact]
    public async Task Batch_APluginLeaksUntilTheKernelEndsItsWorker_SaysSoAndDoesTheOthers()
    {
        _batch.Change("two", "- hounsfield", "- hounsfield\n      - { use: faulty, how: leaks-natively }");
        using var cage = new MemoryCage(1_200_000_000);

        using var process = HostProcess.StartWithin(cage.Around, _batch.Path, ["batch", "two.yaml", "one.yaml", .. OneByOne, "--keep-going", "--plugins", Situations.Folder("Faulty")]);
        var (code, _, error) = await process.End();

        Assert.True(code == 1, error);
        Assert.Equal([UnitState.Failed, UnitState.Finished], _batch.Record.Experiments.Select(entry => entry.State));
        Assert.Equal(
            "the system killed it because memory ran out. Use fewer workers (--parallel), fewer threads or a smaller batch, twice",
            _batch.Record.Experiments[0].Units.Single(unit => unit.Name == "classify.0.0").Message);
    }

    [MemoryCageFact]
    public async Task Batch_MoreWorkersThanFit_EndsWithTwoBeforeAnyAndSaysHowManyDo()
    {
        using var cage = new MemoryCage(1_000_000_000);
        string[] words = ["batch", "folds.yaml", .. OneByOne, "--parallel", "4"];

        using var forecast = HostProcess.StartWithin(cage.Around, _batch.Path, [.. words, "--dry-run"]);
        var (dry, _, told) = await forecast.End();
        using var process = HostProcess.StartWithin(cage.Around, _batch.Path, words);
        var (code, _, error) = await process.End();

        Assert.Equal((2, 2), (dry, code));
        Assert.Matches(@"folds\.yaml +4 +0 +4 +about 0\.\d\d GB ", told);
        Assert.Matches(@"--parallel: 4 workers take about \d\.\d GB of memory, up to 0\.\d GB each, and [01]\.\d GB are available\. Use --parallel \d\.", told);
        Assert.Matches(@"--parallel: 4 workers take about \d\.\d GB of memory, up to 0\.\d GB each, and [01]\.\d GB are available\. Use --parallel \d\.", error);
        Assert.All(_batch.RunsOf("folds")[0].Units, unit => Assert.Null(unit.Status));
    }
}
