using Framework.Components.Training;
using Framework.Components.Training.Checkpoints;
using Framework.Torch.Distributed;
using TorchSharp;

namespace Framework.Components.Tests.Training.Ranks;

/// <summary>A unit trained by ranks that are threads of one process.</summary>
internal sealed class RankRun
{
    private RankRun(IReadOnlyDictionary<string, float[]>? weights, ListLog log, MemoryStore store, Exception? error) => (Weights, Log, Store, Error) = (weights ?? new Dictionary<string, float[]>(), log, store, error);

    /// <summary>By name, as they predict.</summary>
    public IReadOnlyDictionary<string, float[]> Weights { get; }

    public ListLog Log { get; }

    public MemoryStore Store { get; }

    public Exception? Error { get; }

    /// <summary>One process without ranks.</summary>
    public static RankRun Alone(TrainingContext context, SupervisedOptions options) => Fit(context with { Log = new ListLog(), Checkpoints = new MemoryStore() }, options);

    /// <summary>What each rank ends with, by rank.</summary>
    /// <param name="size">How many.</param>
    /// <param name="context">For all of them.</param>
    /// <param name="options">For all of them.</param>
    /// <param name="store">Rank 0's checkpoints. Default: a new one.</param>
    /// <param name="log">Rank 0's. Default: a new one.</param>
    /// <param name="cancellation">That of a rank. Default: the token of its log.</param>
    public static RankRun[] Together(int size, TrainingContext context, SupervisedOptions options, MemoryStore? store = null, ListLog? log = null, Func<int, CancellationToken?>? cancellation = null)
    {
        using var served = RendezvousStore.Serve("127.0.0.1", 0);
        var runs = new RankRun[size];
        Thread[] threads = [.. Enumerable.Range(0, size).Select(rank => new Thread(() =>
        {
            var own = context with
            {
                Ranks = new RankPlace(rank, size, served.Address, "unit/1"),
                Log = rank == 0 && log is not null ? log : new ListLog(),
                Checkpoints = rank == 0 && store is not null ? store : new MemoryStore(),
            };
            runs[rank] = Fit(own, options, cancellation?.Invoke(rank));
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return runs;
    }

    /// <summary>The whole runs of ranks that must not fail.</summary>
    public static RankRun[] Finished(params RankRun[] runs)
    {
        Assert.All(runs, run => Assert.True(run.Error is null, run.Error?.ToString()));
        return runs;
    }

    private static RankRun Fit(TrainingContext context, SupervisedOptions options, CancellationToken? cancellation = null)
    {
        var (log, store) = ((ListLog)context.Log, (MemoryStore)context.Checkpoints);
        try
        {
            using var predictor = new SupervisedTrainer(options, TimeProvider.System).Fit(context, cancellation ?? log.Cancellation.Token);
            return new RankRun(WeightsOf(predictor), log, store, null);
        }
        catch (Exception e)
        {
            return new RankRun(null, log, store, e);
        }
    }

    private static Dictionary<string, float[]> WeightsOf(IPredictor predictor)
    {
        var files = new MemoryStore();
        predictor.Save(files);
        using var scope = torch.NewDisposeScope();
        using var content = SafeTensors.Read(files.Open("model.safetensors")!, "model.safetensors");
        return content.Tensors.ToDictionary(item => item.Key, item => item.Value.to(torch.ScalarType.Float32).data<float>().ToArray());
    }
}
