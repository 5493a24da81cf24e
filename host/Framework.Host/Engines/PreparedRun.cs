using Framework.Host.Experiments;

namespace Framework.Host.Engines;

/// <summary>A run whose units are left to other processes.</summary>
/// <param name="Run">Its folder.</param>
/// <param name="IsFinished">Whether nothing is to be done.</param>
/// <param name="Units">The units to do, each after those that it reads.</param>
/// <param name="Memory">Bytes that a process doing one of them takes, as far as can be told before.</param>
internal sealed record PreparedRun(string Run, bool IsFinished, IReadOnlyList<string> Units, long Memory)
{
    /// <summary>What a unit asks a cluster for.</summary>
    public ResourcesSection Resources { get; init; } = new();

    /// <summary>Those of the units that several processes train together where the cluster is asked for several.</summary>
    public IReadOnlyList<string> Ranked { get; init; } = [];

    /// <summary>Whether networks are asked once more when all units are done: for new cases, or for maps.</summary>
    public bool EndsWithNetworks { get; init; }

    /// <summary>How many processes a cluster is asked for to do a unit.</summary>
    public int RanksOf(string unit) => Ranked.Contains(unit) ? Resources.Ranks : 1;
}
