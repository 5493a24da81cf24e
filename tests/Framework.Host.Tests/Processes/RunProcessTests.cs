using System.Diagnostics;
using System.Text.Json;
using Framework.Components.Training.Checkpoints;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

public sealed class RunProcessTests(WholeRun whole) : IClassFixture<WholeRun>, IDisposable
{
    private const int Kills = 10;
    private readonly TinyStudy _study = new();

    public void Dispose() => _study.Dispose();

    [Fact]
    public void Run_Uninterrupted_EndsWithTheFolderOnStandardOutputAndTheTableOnStandardError()
    {
        Assert.True(whole.Ended.Code == 0, whole.Ended.Error);
        Assert.Equal(Path.GetRelativePath(whole.Study.Path, whole.Study.Run) + "\n", whole.Ended.Output);
        Assert.Contains("\nauroc", whole.Ended.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(whole.Study.Run, "report.html")));
    }

    [Fact]
    public async Task Resume_KilledAtTenRandomMoments_EndsWithTheSameMetrics()
    {
        var moments = new RandomStream(2019);
        var killed = 0;
        var resumed = 0;
        while (killed < Kills)
        {
            using var study = new TinyStudy();
            study.TakePseudonymsOf(whole.Study);
            killed += await KillAndResume(study, Kills - killed, moments);
            AssertSameAsWhole(study);
            resumed += RunFolder.TryOpen(study.Run)!.Units[0].Status!.Starts - 1;
        }

        Assert.InRange(resumed, 1, Kills); // some of the moments, if not all, lay within the unit
    }

    [Fact]
    public async Task Run_Terminated_SavesSaysSoAndResumesToTheSameMetrics()
    {
        var stopped = false;
        for (var attempt = 0; attempt < 4 && !stopped; attempt++) // on a busy machine a run may end before it is asked to
        {
            using var study = new TinyStudy();
            study.TakePseudonymsOf(whole.Study);
            stopped = await TerminateAndResume(study);
            AssertSameAsWhole(study);
        }

        Assert.True(stopped, "every run was quicker than the signal");
    }

    [Fact]
    public async Task Run_Profiled_SaysWhereTheTimeWentAndEndsWithTheSameMetrics()
    {
        _study.TakePseudonymsOf(whole.Study);

        var (code, _, error) = await HostProcess.Run(_study.Path, [.. HostProcess.RunTiny, "--profile"]);

        Assert.True(code == 0, error);
        string[] expected = ["load", "decode", "transform windows", "resample", "collate", "wait for a batch", "forward", "loss", "backward", "update", "validate", "predict", "checkpoint"];
        Assert.All(expected, name => Assert.Matches($@"(?m)^{name} +\d+ +\d+\.\d\d ", error));
        var trace = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_study.Run, "profile.json"))).RootElement.GetProperty("traceEvents");
        Assert.Contains(trace.EnumerateArray(), item => item.GetProperty("name").GetString() == "backward" && item.GetProperty("dur").GetDouble() > 0);
        AssertSameAsWhole(_study);
    }

    [Fact]
    public async Task Run_FolderInUse_EndsWithTwoAndNamesTheProcess()
    {
        using var mine = RunLock.Take(whole.Study.Run);

        var (code, output, error) = await HostProcess.Run(whole.Study.Path, HostProcess.RunTiny);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains($": process {Environment.ProcessId} on '{Environment.MachineName}' is working in this run folder.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FolderOfANewerVersion_EndsWithTwo()
    {
        var plan = Directory.CreateDirectory(Path.Combine(_study.Path, "runs", "tiny", "20310101-000000-" + RunFolder.TryOpen(whole.Study.Run)!.Plan.Hash[..8]));
        await File.WriteAllTextAsync(Path.Combine(plan.FullName, "plan.json"), """{ "format": 99 }""");

        var (code, output, error) = await HostProcess.Run(_study.Path, HostProcess.RunTiny);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("this run folder has format 99, and this version of the framework knows formats up to 1.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_BeforeAndAfterTheRun_TellsWhatIsToDo()
    {
        var before = await HostProcess.Run(_study.Path, "plan", "tiny.yaml");
        var after = await HostProcess.Run(whole.Study.Path, "plan", "tiny.yaml");
        var changed = await HostProcess.Run(whole.Study.Path, "plan", "tiny.yaml", "--set", "seed=12", "--json");

        Assert.EndsWith("3 units, 3 to do: no run of this experiment says how long they take", before.Error, StringComparison.Ordinal);
        Assert.Contains("\nclassify.0.0.untrained   to do\n", before.Error, StringComparison.Ordinal);
        Assert.Contains($"done in {Path.GetRelativePath(whole.Study.Path, whole.Study.Run)}", after.Error, StringComparison.Ordinal);
        Assert.EndsWith("3 units, all done", after.Error, StringComparison.Ordinal);
        using var units = JsonDocument.Parse(changed.Output);
        Assert.Equal(["classify.0.0", "classify.0.0.untrained", "classify.0.0.prevalence"], units.RootElement.EnumerateArray().Select(unit => unit.GetProperty("name").GetString()));
        Assert.All(units.RootElement.EnumerateArray(), unit => Assert.Equal((JsonValueKind.Null, JsonValueKind.Number), (unit.GetProperty("done").ValueKind, unit.GetProperty("seconds").ValueKind)));
        Assert.Equal((0, 0, 0), (before.Code, after.Code, changed.Code));
    }

    [Fact]
    public async Task Show_Latest_TellsUnitsResultsAndProvenance()
    {
        var (code, output, error) = await HostProcess.Run(whole.Study.Path, "show", "latest");

        Assert.Equal((0, Path.GetRelativePath(whole.Study.Path, whole.Study.Run) + "\n"), (code, output));
        foreach (var expected in new[] { "classify.0.0: finished", "classify.0.0.untrained: finished", "log-loss", "ich.rsna: 96 cases", "./framework run tiny.yaml --device cpu --threads 1 --loader-threads 1" })
            Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_FinishedRun_SaysIdenticalAndChangesNothing()
    {
        var before = whole.Study.Results();

        var (code, output, error) = await HostProcess.Run(whole.Study.Path, [.. HostProcess.RunTiny, "--verify-resume"]);

        Assert.True(code == 0, error);
        Assert.Equal(whole.Ended.Output, output);
        Assert.Matches(@"classify\.0\.0: replayed steps \d+\.\.\d+: identical, SHA-256 [0-9a-f]{16}\n", error);
        Assert.Contains("classify.0.0.prevalence: keeps no checkpoint; there is nothing to replay", error, StringComparison.Ordinal);
        Assert.Equal(before, whole.Study.Results());
    }

    [Fact]
    public async Task Verify_CheckpointWithOneOtherBit_EndsWithOneAndNamesTheTensor()
    {
        Process.Start("cp", ["-r", Path.Combine(whole.Study.Path, "."), _study.Path]).WaitForExit();
        var file = Path.Combine(_study.Run, "units", "classify.0.0", CheckpointFiles.Last);
        string tensor;
        using (var content = SafeTensors.Read(file))
        {
            tensor = content.Tensors.Keys.Order(StringComparer.Ordinal).First(name => name.StartsWith("model.", StringComparison.Ordinal));
            content.Tensors[tensor].bytes[0] ^= 1;
            using var stream = File.Create(file);
            SafeTensors.Write(stream, [.. content.Tensors.Select(item => (item.Key, item.Value))], content.Metadata);
        }

        var (code, _, error) = await HostProcess.Run(_study.Path, [.. HostProcess.RunTiny, "--verify-resume"]);

        Assert.Equal(1, code);
        Assert.Matches($@"classify\.0\.0: replayed steps \d+\.\.\d+: tensor '{tensor.Replace(".", @"\.", StringComparison.Ordinal)}' is another one\. ", error);
        Assert.Contains("the run was last started on cpu with --threads 1.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WithAndWithoutTheData_IsMadeAgain()
    {
        File.Delete(Path.Combine(whole.Study.Run, "report.html"));
        var (code, output, error) = await HostProcess.Run(whole.Study.Path, "report", "tiny");
        var complete = await File.ReadAllTextAsync(Path.Combine(whole.Study.Run, "report.html"));

        Assert.True(code == 0, error);
        Assert.Equal(Path.GetRelativePath(whole.Study.Path, whole.Study.Run) + "\n", output);
        foreach (var expected in new[] { "<h2>Cohort</h2>", "<h2>Discrimination</h2>", "<h2>Best and worst cases</h2>", "One division of the subjects and one training" })
            Assert.Contains(expected, complete, StringComparison.Ordinal);

        Directory.Move(Path.Combine(whole.Study.Path, "cohort"), Path.Combine(whole.Study.Path, "elsewhere"));
        try
        {
            (code, _, error) = await HostProcess.Run(whole.Study.Path, "report", "tiny");
        }
        finally
        {
            Directory.Move(Path.Combine(whole.Study.Path, "elsewhere"), Path.Combine(whole.Study.Path, "cohort"));
        }

        var left = await File.ReadAllTextAsync(Path.Combine(whole.Study.Run, "report.html"));
        Assert.True(code == 0, error);
        Assert.Contains("The report is made without the data: it has no cohort, curves or images.", error, StringComparison.Ordinal);
        Assert.Contains("<h2>Scores</h2>", left, StringComparison.Ordinal);
        Assert.Contains("This report was made again without the data", left, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>Cohort</h2>", left, StringComparison.Ordinal);
    }

    /// <summary>Starts again and again, each time killed at a random moment, at most so often; then lets it end.</summary>
    private async Task<int> KillAndResume(TinyStudy study, int atMost, RandomStream moments)
    {
        for (var killed = 0; killed < atMost; killed++)
        {
            using var process = HostProcess.Start(study.Path, HostProcess.RunTiny);
            if (killed == 0) // one lies within the unit for certain, however busy the machine
                await RankedStudy.Until(() => process.HasEnded || RankedStudy.HasSaved(study));
            var time = killed == 0 ? TimeSpan.Zero : whole.Duration * moments.Uniform(0.1, 0.8);
            if (!await process.KillAfter(time))
            {
                Assert.Equal(0, (await process.End()).Code);
                return killed;
            }
        }

        var (code, _, error) = await HostProcess.Run(study.Path, HostProcess.RunTiny);
        Assert.True(code == 0, error);
        return atMost;
    }

    /// <summary>Asks a run to end and runs it again; false where it had ended by itself before.</summary>
    private static async Task<bool> TerminateAndResume(TinyStudy study)
    {
        using var process = HostProcess.Start(study.Path, HostProcess.RunTiny);
        await process.Say("classify.0.0");
        process.AskToStop();
        var (code, output, error) = await process.End();
        if (code == 0)
            return false;

        Assert.Equal((143, ""), (code, output));
        Assert.EndsWith("interrupted; the state is saved. This command resumes: ./framework run tiny.yaml --device cpu --threads 1 --loader-threads 1", error, StringComparison.Ordinal);
        Assert.Equal(UnitState.Interrupted, RunFolder.TryOpen(study.Run)!.Units[0].Status!.State);
        var resumed = await HostProcess.Run(study.Path, HostProcess.RunTiny);
        Assert.True(resumed.Code == 0, resumed.Error);
        return true;
    }

    private void AssertSameAsWhole(TinyStudy study)
    {
        var expected = whole.Study.Results();
        var actual = study.Results();
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, content) in expected)
            Assert.True(content == actual[name], $"{name} differs:\n{content}\n{actual[name]}");
        var checkpoints = study.Checkpoints();
        foreach (var (name, bytes) in whole.Study.Checkpoints())
            Assert.True(bytes.SequenceEqual(checkpoints[name]), $"{name} differs");
    }
}
