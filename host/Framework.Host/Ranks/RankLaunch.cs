namespace Framework.Host.Ranks;

/// <summary>The place of this process among those that train together, as whoever started it said.</summary>
/// <param name="Rank">From 0, which owns the run.</param>
/// <param name="Size">How many there are, at least 2.</param>
/// <param name="By">What says so, in words: <c>--ranks 2</c>.</param>
internal sealed record RankLaunch(int Rank, int Size, string By)
{
    /// <summary>Where rank 0 listens: a name or an address.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port there; 0 lets rank 0 choose.</summary>
    public int Port { get; init; }

    /// <summary>Which of this machine's ranks it is, from 0: it picks the device.</summary>
    public int LocalRank { get; init; }

    /// <summary>How many of them this machine has.</summary>
    public int LocalSize { get; init; } = 1;

    /// <summary>Processors of this process where somebody said so; null to share those of the machine.</summary>
    public int? Processors { get; init; }

    /// <summary>Whether rank 0 starts the others, on this machine.</summary>
    public bool StartsOthers { get; init; }

    /// <summary>Whether the store at that place is the launcher's own, which rank 0 joins like any other.</summary>
    public bool HasStore { get; init; }

    /// <summary>What tells this start from others that use the launcher's store.</summary>
    public string Start { get; init; } = "";

    /// <summary>Threads that are this process's share.</summary>
    public int Share => Processors ?? Math.Max(1, Environment.ProcessorCount / LocalSize);
}
