using Framework.Host.Tests.Processes;

namespace Framework.Host.Tests.Slurm;

/// <summary>What jobs are asked for, as the scripts and the words for <c>sbatch</c> say it.</summary>
public sealed class SlurmSubmitTests : IDisposable
{
    private readonly TinyBatch _batch = new();
    private readonly FakeSlurm _slurm = new();

    public void Dispose()
    {
        _slurm.Dispose();
        _batch.Dispose();
    }

    [Fact]
    public async Task Submit_NothingToPredictOrExplainInTheEnd_EvaluatesWithoutAGpu()
    {
        _batch.Change("one", "data: {", "resources: { cpus: 2, gpus: 1 }\ndata: {");

        var finish = await Submit("auto");

        Assert.Contains("--gres=gpu:1", _slurm.Submitted[0], StringComparison.Ordinal);
        Assert.DoesNotContain("--gres", _slurm.Submitted[^1], StringComparison.Ordinal);
        Assert.Contains(" --device cpu ", finish, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain: [ { use: occlusion, patch: [16, 16], cases: { take: 1 } } ]")]
    [InlineData("predict: [ { name: new, data: { use: ich.rsna, root: cohort } } ]")]
    public async Task Submit_NetworksAreAskedInTheEnd_EvaluatesOnAGpuToo(string section)
    {
        _batch.Change("one", "data: {", $"resources: {{ cpus: 2, gpus: 1 }}\n{section}\ndata: {{");

        var finish = await Submit("auto");

        Assert.Contains("--gres=gpu:1", _slurm.Submitted[^1], StringComparison.Ordinal);
        Assert.Contains(" --device auto ", finish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_DeviceThatIsNotHere_IsLeftToTheJobs()
    {
        var finish = await Submit("cuda");

        var run = Assert.Single(_batch.RunsOf("one"));
        Assert.Null(Assert.Single(run.Provenance!.Starts).Device);
        Assert.Contains("classify.0.0 --runs runs --log=text --device cuda --threads", await File.ReadAllTextAsync(Path.Combine(run.Path, "slurm", "001-classify.sh")), StringComparison.Ordinal);
        Assert.Contains(" --device cpu ", finish, StringComparison.Ordinal); // which it could not resolve without a GPU
    }

    [Fact]
    public async Task Submit_NoDevice_IsRefusedHere()
    {
        using var process = _slurm.Start(_batch.Path, "run", "one.yaml", "--device", "gpu", "--engine", "slurm", "--detach");
        var (code, _, error) = await process.End();

        Assert.Equal(2, code);
        Assert.Contains("--device: 'gpu' is no device. Use 'auto', 'cpu' or 'cuda:0'.", error, StringComparison.Ordinal);
        Assert.Empty(_batch.RunsOf("one"));
    }

    [Fact]
    public async Task Submit_UnitEndedWhileTheQueueWasAsked_IsNotSubmittedAgain()
    {
        await Submit("cpu");
        var run = Assert.Single(_batch.RunsOf("one"));
        _slurm.WhenAsked(_batch.Path, "unit", run.Path, "classify.0.0.prevalence", "--device", "cpu", "--threads", "1");

        using var process = _slurm.Start(_batch.Path, "run", "one.yaml", "--device", "cpu", "--engine", "slurm", "--detach");
        var (code, _, error) = await process.End();

        Assert.True(code == 0, error);
        Assert.True(run.Units.Single(unit => unit.Unit.Name == "classify.0.0.prevalence").IsFinished);
        Assert.Contains("2 units to do", error, StringComparison.Ordinal); // as it was before
        Assert.Contains("one.yaml: 2 jobs submitted, 2 in the queue", error, StringComparison.Ordinal);
    }

    /// <summary>Submits, and gives the script of the evaluation.</summary>
    private async Task<string> Submit(string device)
    {
        using var process = _slurm.Start(_batch.Path, "run", "one.yaml", "--device", device, "--engine", "slurm", "--detach");
        var (code, _, error) = await process.End();
        Assert.True(code == 0, error);
        Assert.Contains("one.yaml: 3 jobs submitted, 3 in the queue", error, StringComparison.Ordinal);
        Assert.EndsWith("finish.sh", _slurm.Submitted[^1], StringComparison.Ordinal);
        return await File.ReadAllTextAsync(Path.Combine(Assert.Single(_batch.RunsOf("one")).Path, "slurm", "finish.sh"));
    }
}
