using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Framework.Host.Runs;

namespace Framework.Host.Tests.Processes;

/// <summary>Several real processes train one unit; what becomes of it when one of them is killed, stopped or asked to end.</summary>
public sealed class RankProcessTests(WholeRankedRun whole) : IClassFixture<WholeRankedRun>, IDisposable
{
    private readonly TinyStudy _study = RankedStudy.Long();

    public void Dispose() => _study.Dispose();

    [Fact]
    public async Task Run_TwoRanks_PredictsWhatOneProcessDoes()
    {
        using var one = RankedStudy.Short();
        using var two = RankedStudy.Short();
        two.TakePseudonymsOf(whole.Study);
        one.TakePseudonymsOf(whole.Study);

        var alone = await HostProcess.Run(one.Path, RankedStudy.Alone);
        var (code, _, error) = await HostProcess.Run(two.Path, RankedStudy.Two);

        Assert.True(alone.Code == 0, alone.Error);
        Assert.True(code == 0, error);
        AssertClose(one, two);
        var run = RunFolder.TryOpen(two.Run)!;
        Assert.Equal((2, 1), (run.Provenance!.Starts[0].Ranks, run.Provenance.Starts[0].Threads));
        Assert.Equal([2, null, null], run.Units.Select(unit => unit.Status!.Ranks)); // the controls train nothing
        Assert.Equal(RunFolder.TryOpen(one.Run)!.Units.Select(unit => unit.Unit.Key), run.Units.Select(unit => unit.Unit.Key));
        Assert.Contains("1 threads in each of 2 ranks", await File.ReadAllTextAsync(run.ReportFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_StartedByVariablesOfTheEnvironment_GivesTheSameBits()
    {
        _study.TakePseudonymsOf(whole.Study);
        var port = FreePort();
        using var second = Start(1, port); // in any order
        using var first = Start(0, port);
        var (code, output, error) = await first.End();
        var followed = await second.End();

        Assert.True(code == 0, error);
        Assert.Equal((0, ""), (followed.Code, followed.Output));
        Assert.DoesNotContain("classify.0.0", followed.Error, StringComparison.Ordinal); // rank 0 says it all
        Assert.Equal(Path.GetRelativePath(_study.Path, _study.Run) + "\n", output);
        AssertSameAsWhole();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // srun sends the signal to all of them, a person perhaps to any
    public async Task Run_ARankIsTerminated_SavesStopsAllAndResumesToTheSameBits(bool first)
    {
        _study.TakePseudonymsOf(whole.Study);
        using var process = HostProcess.Start(_study.Path, RankedStudy.Two);
        var follower = await RankedStudy.Following(process, _study);

        Assert.True(ChildProcesses.Signal(first ? process.Id : follower, ChildProcesses.Terminate));
        var (code, output, error) = await process.End();

        Assert.Equal((143, ""), (code, output));
        Assert.EndsWith("interrupted; the state is saved. This command resumes: ./framework run tiny.yaml --device cpu --threads 1 --loader-threads 1 --ranks 2", error, StringComparison.Ordinal);
        Assert.Equal(UnitState.Interrupted, RankedStudy.Unit(_study)!.Status!.State);
        Assert.False(ChildProcesses.IsThere(follower));
        await AssertResumes();
    }

    [Fact]
    public async Task Run_AFollowerIsKilled_EndsWithWordsAndResumesToTheSameBits()
    {
        _study.TakePseudonymsOf(whole.Study);
        using var process = HostProcess.Start(_study.Path, RankedStudy.Two);
        var follower = await RankedStudy.Following(process, _study);

        var lost = Stopwatch.GetTimestamp();
        Assert.True(ChildProcesses.Kill(follower));

        await AssertLost(process, (follower, lost), @"it was killed \(SIGKILL\): by somebody, or for a limit of memory or time");
        await AssertResumes();
    }

    [Fact]
    public async Task Run_AFollowerIsSilent_EndsWithWordsAndResumesToTheSameBits()
    {
        _study.TakePseudonymsOf(whole.Study);
        using var process = HostProcess.Start(_study.Path, RankedStudy.Two);
        var follower = await RankedStudy.Following(process, _study);

        var lost = Stopwatch.GetTimestamp();
        Assert.True(ChildProcesses.Signal(follower, ChildProcesses.Stop));

        await AssertLost(process, (follower, lost), "it has been silent for 30 s");
        await AssertResumes();
    }

    [Fact]
    public async Task Run_RankZeroIsKilled_LeavesNobodyAndResumesToTheSameBits()
    {
        _study.TakePseudonymsOf(whole.Study);
        using var process = HostProcess.Start(_study.Path, RankedStudy.Two);
        var follower = await RankedStudy.Following(process, _study);

        var lost = Stopwatch.GetTimestamp();
        Assert.True(ChildProcesses.Kill(process.Id));

        await RankedStudy.Until(() => !ChildProcesses.IsThere(follower));
        AssertInTime(lost);
        await AssertResumes();
    }

    [Fact]
    public async Task Run_RankZeroOfALauncherIsKilled_TheOtherSaysSoAndEnds()
    {
        var port = FreePort();
        using var first = Start(0, port);
        using var second = Start(1, port);
        await RankedStudy.Until(() => first.HasEnded || RankedStudy.HasSaved(_study));

        var lost = Stopwatch.GetTimestamp();
        Assert.True(ChildProcesses.Kill(first.Id));
        var (code, _, error) = await second.End();

        AssertInTime(lost);
        Assert.Equal(1, code);
        Assert.EndsWith(
            $"rank 1: rank 0 (process {first.Id} on '{Environment.MachineName}') was lost: its store does not answer any more. Its last state is in the run folder; the command that started all ranks goes on from there.",
            error,
            StringComparison.Ordinal);
    }

    // Nobody here could kill a process of another machine: rank 0 sits in a sum that does not end, and leaves.
    [Fact]
    public async Task Run_AFollowerOfALauncherIsSilent_EndsWithWordsAndResumesToTheSameBits()
    {
        _study.TakePseudonymsOf(whole.Study);
        var port = FreePort();
        using var first = Start(0, port);
        using var second = Start(1, port);
        await RankedStudy.Until(() => first.HasEnded || RankedStudy.HasSaved(_study));

        var lost = Stopwatch.GetTimestamp();
        Assert.True(ChildProcesses.Signal(second.Id, ChildProcesses.Stop));

        await AssertLost(first, (second.Id, lost), "it has been silent for 30 s", "", isThere: true);
        ChildProcesses.Kill(second.Id);
        await AssertResumes();
    }

    [Fact]
    public async Task Run_NothingTrainsInRanks_EndsWithTwoAndNamesTheTrainers()
    {
        using var study = new TinyStudy(RankedStudy.Yaml.Replace("EPOCHS", "1", StringComparison.Ordinal)
            .Replace("trainer: { use: supervised", "trainer: { use: logistic-regression } #", StringComparison.Ordinal).Replace("model:", "#", StringComparison.Ordinal));

        var (code, _, error) = await HostProcess.Run(study.Path, RankedStudy.Two);

        Assert.Equal(2, code);
        Assert.EndsWith("--ranks 2: nothing in this experiment can be trained by several processes together: 'classify' is fitted by 'logistic-regression'. Leave it out.", error, StringComparison.Ordinal);
    }

    private HostProcess Start(int rank, int port) => HostProcess.Start(
        _study.Path, new Dictionary<string, string> { ["RANK"] = $"{rank}", ["WORLD_SIZE"] = "2", ["MASTER_ADDR"] = "127.0.0.1", ["MASTER_PORT"] = $"{port}" }, RankedStudy.Alone);

    /// <summary>The job has ended, in time and with words.</summary>
    private async Task AssertLost(HostProcess process, (int Id, long Lost) follower, string how, string ranks = " --ranks 2", bool isThere = false)
    {
        var (code, output, error) = await process.End();
        AssertInTime(follower.Lost);
        var words = $@"classify\.0\.0: rank 1 \(process {follower.Id} on '{Environment.MachineName}'\) was lost: {how}; it was last heard of at \d\d:\d\d:\d\d UTC\. "
            + @"The state of step \d+ is saved\. This command resumes: \./framework run tiny\.yaml --device cpu --threads 1 --loader-threads 1" + ranks;
        Assert.Equal((1, ""), (code, output));
        Assert.Matches($"{words}$", error);
        var status = RankedStudy.Unit(_study)!.Status!;
        Assert.Equal(UnitState.Failed, status.State);
        Assert.Matches($"^{words}$", status.Message);
        Assert.Equal(UnitState.Failed, RunFolder.TryOpen(_study.Run)!.Provenance!.Starts[0].Outcome);
        Assert.Equal(isThere, ChildProcesses.IsThere(follower.Id));
    }

    // What is promised of a rank that is lost, whatever it was lost by.
    private static void AssertInTime(long lost) => Assert.InRange(Stopwatch.GetElapsedTime(lost), TimeSpan.Zero, TimeSpan.FromSeconds(60));

    private async Task AssertResumes()
    {
        var (code, _, error) = await HostProcess.Run(_study.Path, RankedStudy.Two);
        Assert.True(code == 0, error);
        Assert.Equal(2, RankedStudy.Unit(_study)!.Status!.Starts);
        AssertSameAsWhole();
    }

    private void AssertSameAsWhole()
    {
        Assert.True(whole.Ended.Code == 0, whole.Ended.Error);
        var (expected, actual) = (whole.Study.Results(), _study.Results());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, content) in expected)
            Assert.True(content == actual[name], $"{name} differs:\n{content}\n{actual[name]}");
        var checkpoints = _study.Checkpoints();
        foreach (var (name, bytes) in whole.Study.Checkpoints())
            Assert.True(bytes.SequenceEqual(checkpoints[name]), $"{name} differs");
    }

    /// <summary>Outputs agree within 1e-5, and everything else of the tables.</summary>
    private static void AssertClose(TinyStudy one, TinyStudy two)
    {
        var (expected, actual) = (Cells(one), Cells(two));
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (left, right) in expected.Zip(actual))
        {
            if (double.TryParse(left, CultureInfo.InvariantCulture, out var value) && double.TryParse(right, CultureInfo.InvariantCulture, out var other))
                Assert.Equal(value, other, 1e-5);
            else
                Assert.Equal(left, right);
        }

        Assert.NotEqual(expected, actual); // sums of another order: were they the same, two processes would not have taken part
    }

    private static List<string> Cells(TinyStudy study) =>
        [.. Directory.EnumerateFiles(Path.Combine(study.Run, "predictions")).Order(StringComparer.Ordinal).SelectMany(File.ReadLines).SelectMany(CsvText.Split)];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
