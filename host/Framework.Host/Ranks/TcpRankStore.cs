using System.Globalization;
using Framework.Sdk;
using Framework.Torch;
using Framework.Torch.Distributed;

namespace Framework.Host.Ranks;

/// <summary>The tensor engine's own store, which rank 0 keeps and the others reach over the network.</summary>
internal sealed class TcpRankStore(RendezvousStore store) : IRankStore
{
    /// <inheritdoc />
    public void Set(string key, string value) => store.Set(key, value);

    /// <inheritdoc />
    public string? TryGet(string key) => store.TryGetText(key);

    /// <inheritdoc />
    public void Dispose() => store.Dispose();

    /// <summary>Opens the store as rank 0, which keeps it unless the launcher has one, and makes ready to start the others where nobody else does.</summary>
    /// <param name="launch">The place of this process.</param>
    /// <param name="words">The words after the program's name.</param>
    /// <exception cref="ExperimentException">It cannot listen there.</exception>
    public static RankPorts Serve(RankLaunch launch, IReadOnlyList<string> words)
    {
        if (launch.HasStore)
            return new RankPorts(Connect(launch, RankWatch.Arrival), AddressOf(launch, launch.Port), null);
        try
        {
            var store = RendezvousStore.Serve(launch.Host, launch.Port);
            return new RankPorts(new TcpRankStore(store), AddressOf(launch, store.Port), launch.StartsOthers ? new LocalFollowers(launch, words, store.Port) : null);
        }
        catch (EngineException e)
        {
            throw new ExperimentException($"{launch.By}: rank 0 cannot listen on {AddressOf(launch, launch.Port)}: {e.Message.TrimEnd('.')}. Set {RankEnvironment.Host} to this machine and {RankEnvironment.Port} to a free port, for all ranks alike.", e);
        }
    }

    /// <summary>Opens the store of rank 0, which may come later.</summary>
    /// <param name="launch">The place of this process.</param>
    /// <param name="patience">How long to wait for it.</param>
    /// <exception cref="ExperimentException">It does not come.</exception>
    public static IRankStore Connect(RankLaunch launch, TimeSpan patience)
    {
        try
        {
            return new TcpRankStore(RendezvousStore.Connect(launch.Host, launch.Port, patience));
        }
        catch (EngineException e)
        {
            throw new ExperimentException(FormattableString.Invariant($"rank {launch.Rank}: rank 0 was not found at {AddressOf(launch, launch.Port)} within {patience.TotalSeconds:0} s: {e.Message.TrimEnd('.')}. Look whether it runs, and whether this machine reaches that port."), e);
        }
    }

    private static string AddressOf(RankLaunch launch, int port) => string.Create(CultureInfo.InvariantCulture, $"{launch.Host}:{port}");
}
