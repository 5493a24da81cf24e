using System.Diagnostics;
using Framework.Torch.Distributed;

namespace Framework.Benchmarks;

/// <summary>How much of a second process' work is won: the time of a step in one process of one thread, by twice that of two such processes with half of the batch each.</summary>
internal sealed class DataParallel : IBenchmark
{
    private const int Steps = 3;
    private const string Ranks = "2";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private RendezvousStore? _store;
    private Process? _follower;
    private DataParallelRank? _alone;
    private DataParallelRank? _leader;

    public string Name => $"data-parallel-{Ranks}";

    public string What => $"share of {Ranks} processes' work that is won: ResNet-18, batch {DataParallelRank.Batch}, {DataParallelRank.Side} x {DataParallelRank.Side}, SGD, one thread each, gradients over Gloo";

    public string Unit => "of 1";

    public bool LowerIsBetter => false;

    public int Pairs => 5;

    public PeerCommand? Peer => new(
        "PyTorch DDP (which normalises each part by itself)", "data_parallel.py", $"{DataParallelRank.Batch}", $"{DataParallelRank.Side}", $"{Steps}");

    public void Prepare()
    {
        _store = RendezvousStore.Serve("127.0.0.1", 0);
        _follower = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(DataParallel).Assembly.Location, "--follow", _store.Address]));
        _alone = new DataParallelRank(null);
        _leader = new DataParallelRank(_store.Address, rank: 0);
        _alone.Step();
        Together(1);
    }

    public double Measure()
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Steps; i++)
            _alone!.Step();
        var alone = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        Together(Steps);
        return alone / (2 * Stopwatch.GetElapsedTime(start));
    }

    /// <summary>The other process: as many steps as rank 0 says, until it says none.</summary>
    public static int Follow(string address)
    {
        using var rank = new DataParallelRank(address, rank: 1);
        while (rank.Hear() is > 0 and var steps)
        {
            for (var i = 0; i < steps; i++)
                rank.Step();
        }

        return 0;
    }

    public void Dispose()
    {
        _leader?.Tell(0);
        _follower?.WaitForExit(Patience);
        _follower?.Dispose();
        _leader?.Dispose();
        _alone?.Dispose();
        _store?.Dispose();
    }

    private void Together(int steps)
    {
        _leader!.Tell((byte)steps);
        for (var i = 0; i < steps; i++)
            _leader.Step();
    }
}
