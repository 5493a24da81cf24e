using Framework.Host.Runs;
using Framework.Host.Tests.Plugins;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

public sealed class FaultTests : IDisposable
{
    private static readonly string[] OneByOne = ["--device", "cpu", "--threads", "1", "--loader-threads", "1"];
    private static readonly string[] RunOne = ["run", "one.yaml", .. OneByOne, "--parallel", "1"];
    private readonly TinyBatch _batch = new();

    public void Dispose() => _batch.Dispose();

    [Theory]
    [InlineData("aborts", @"it aborted \(SIGABRT\): native code or the runtime gave up; the last lines say why, twice")]
    [InlineData("leaks", "Out ?[oO]f ?[mM]emory")] // in .NET's words or as its exception
    [InlineData("hangs", @"it made no progress for 20 s and was ended \(--hang-after\), twice")]
    public async Task Batch_APluginDoesHarm_CostsItsUnitsAndNoOthers(string how, string cause)
    {
        _batch.Change("two", "- hounsfield", $$"""- hounsfield{{"\n"}}      - { use: faulty, how: {{how}} }""");
        string[] others = how == "hangs" ? [] : ["one.yaml"]; // on a busy machine others may seem to hang for so short a time

        using var process = HostProcess.Start(
            _batch.Path, new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x18000000" },
            ["batch", "two.yaml", .. others, .. OneByOne, "--keep-going", "--hang-after", how == "hangs" ? "20s" : "30m", "--plugins", Situations.Folder("Faulty")]);
        var (code, _, error) = await process.End();

        Assert.True(code == 1, error);
        var failed = _batch.Record.Experiments[0];
        Assert.Equal(UnitState.Failed, failed.State);
        var unit = failed.Units.Single(unit => unit.Name == "classify.0.0");
        Assert.Matches(cause, $"{unit.Message} {string.Join(' ', unit.LastLines)}");
        Assert.Equal(UnitState.Failed, _batch.RunsOf("two")[0].Units[0].Status!.State);
        Assert.Null(_batch.RunsOf("two")[0].Metrics); // nothing is scored that is not whole
        Assert.All(_batch.Record.Experiments.Skip(1), other => Assert.Equal(UnitState.Finished, other.State));
    }

    [Fact]
    public async Task Batch_ClockJumpsADayOnAndBack_EndsWithTheSameFigures()
    {
        using var process = HostProcess.Start(_batch.Path, JumpingClock.In(_batch.Path), ["batch", "one.yaml", .. OneByOne, "--hang-after", "30m"]);
        var (code, _, error) = await process.End();

        Assert.True(code == 0, error);
        var run = Assert.Single(_batch.RunsOf("one"));
        Assert.All(run.Units, unit => Assert.Equal(1, unit.Status!.Starts)); // nothing seemed to hang
        var times = run.Units.SelectMany(unit => new[] { unit.Status!.Started, unit.Status.Ended!.Value }).Append(run.Provenance!.Starts[0].Started);
        Assert.True(times.Max() - times.Min() > TimeSpan.FromHours(12), "the clock did not jump");
        await AssertSameAsUndisturbed(_batch.File("runs"));
    }

    [TemporaryDiskFact]
    public async Task Run_DiskFullAndThenNot_SaysSoAndGoesOnToTheSameFigures()
    {
        using var disk = new TemporaryDisk(kilobytes: 400);

        var (code, _, error) = await HostProcess.Run(_batch.Path, [.. RunOne, "--runs", Path.Combine(disk.Path, "runs"), "--set", "cache.size=0 B"]);
        disk.Resize(kilobytes: 100_000);
        var (again, _, againError) = await HostProcess.Run(_batch.Path, [.. RunOne, "--runs", Path.Combine(disk.Path, "runs"), "--set", "cache.size=0 B"]);

        Assert.True(code is 1 or 2, error);
        Assert.Contains("the disk is full", error, StringComparison.Ordinal);
        Assert.True(again == 0, againError);
        await AssertSameAsUndisturbed(Path.Combine(disk.Path, "runs"));
    }

    [TemporaryDiskFact]
    public async Task Batch_StoreThatCannotBeWritten_EndsWithTwoBeforeAnything()
    {
        using var disk = new TemporaryDisk(kilobytes: 1000);
        disk.MakeReadOnly();

        var (code, _, error) = await HostProcess.Run(_batch.Path, ["batch", "one.yaml", .. OneByOne, "--runs", Path.Combine(disk.Path, "runs")]);

        Assert.Equal(2, code);
        Assert.StartsWith($"--runs: '{disk.Path}/runs' cannot be written: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DataVanishAndComeBack_SaysSoAndGoesOnToTheSameFigures()
    {
        _batch.Change("one", "data: {", "cache: { size: 0 B }\ndata: {");
        _batch.Change("one", "epochs: 6", "epochs: 300"); // long enough for the data to go in its middle
        Assert.Equal(0, (await HostProcess.Run(_batch.Path, ["validate", "one.yaml"])).Code);
        _batch.TakePhantomAway("one"); // which would be written again where it is not there
        using var process = HostProcess.Start(_batch.Path, RunOne);
        await process.Say("one classify.0.0: begun");
        await Until(() => process.HasEnded || _batch.RunsOf("one")[0].Units[0].Status?.Pulse is not null);

        Directory.Move(_batch.File("cohort"), _batch.File("elsewhere"));
        var (code, _, error) = await process.End();
        Directory.Move(_batch.File("elsewhere"), _batch.File("cohort"));
        var (again, _, againError) = await HostProcess.Run(_batch.Path, RunOne);

        Assert.True(code == 1, error);
        Assert.DoesNotContain("SIG", error, StringComparison.Ordinal); // an error in words and no crash
        Assert.True(again == 0, againError);
        await AssertSameAsUndisturbed(_batch.File("runs"));
    }

    [Fact]
    public async Task Run_TerminatedWhileItWritesCheckpoints_LosesNothing()
    {
        _batch.Change("one", "checkpoint_every: 3", "checkpoint_every: 1");
        _batch.Change("one", "epochs: 6", "epochs: 60"); // at work until it is stopped, on a machine that dawdles too
        var moments = new RandomStream(4);
        var stops = 0;
        for (var ended = false; !ended && stops < 3; stops++)
        {
            using var process = HostProcess.Start(_batch.Path, ["run", "one.yaml", .. OneByOne]);
            await process.Say("classify.0.0");
            await Task.Delay(TimeSpan.FromSeconds(moments.Uniform(0, 0.5)));
            var asked = process.AskToStop();
            var (code, _, error) = await process.End();
            Assert.True(code is 143 or 0, error);
            ended = !asked || Assert.Single(_batch.RunsOf("one")).IsFinished; // it was quicker, though perhaps stopped on its way out
        }

        Assert.True(stops > 1, "no stop came before the run's end");
        Assert.Equal(0, (await HostProcess.Run(_batch.Path, ["run", "one.yaml", .. OneByOne])).Code);
        await AssertSameAsUndisturbed(_batch.File("runs"));
    }

    private static async Task Until(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!isSo())
            await timer.WaitForNextTickAsync(limit.Token);
    }

    private async Task AssertSameAsUndisturbed(string runs)
    {
        using var quiet = new TinyBatch();
        File.Copy(_batch.File("one.yaml"), quiet.File("one.yaml"), overwrite: true);
        Directory.CreateSymbolicLink(quiet.File("cohort"), _batch.File("cohort"));
        Directory.CreateDirectory(quiet.File("runs", ".store"));
        File.Copy(Path.Combine(runs, ".store", "pseudonym-key"), quiet.File("runs", ".store", "pseudonym-key"));
        var (code, _, error) = await HostProcess.Run(quiet.Path, ["run", "one.yaml", .. OneByOne]);
        Assert.True(code == 0, error);
        Assert.Equal(quiet.ResultsOf("one"), TinyBatch.ResultsOf(new RunStore(runs, TimeProvider.System).RunsOf("one").Single(), "one"));
    }
}
