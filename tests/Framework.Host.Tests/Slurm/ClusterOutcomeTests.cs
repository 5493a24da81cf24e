using Framework.Host.Batches.Slurm;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;

namespace Framework.Host.Tests.Slurm;

public sealed class ClusterOutcomeTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Problem_RunThatCameToItsEnd_IsNone() => Assert.Null(Of(_bench.Run(_bench.Load())).Problem);

    [Fact]
    public void Problem_EvaluationThatFailedAfterItsFigures_IsSaid()
    {
        var run = _bench.Run(_bench.Load());
        run.Provenance = run.Provenance! with { Finished = null }; // as where new cases could not be predicted

        var problem = Of(run).Problem;

        Assert.NotNull(run.Metrics);
        Assert.Equal($"the units are done, and what follows from them is not; {Path.Combine(run.LogsFolder, "finish.log")} says more. The same command does what is missing", problem);
    }

    [Fact]
    public void Problem_SomeStagesAskedFor_FiguresAreEnough()
    {
        var run = _bench.Run(_bench.Load("stages.join={ reads: [guess], trainer: mean }"), only: "guess");

        Assert.Null(Of(run).Problem);
    }

    private static ClusterOutcome Of(RunFolder run) => new(run, [], new QueueStates(new Dictionary<string, string>()));
}
