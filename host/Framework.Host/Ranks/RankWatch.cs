using Framework.Host.Batches;
using Framework.Sdk;

namespace Framework.Host.Ranks;

/// <summary>How rank 0 learns that another cannot go on: its process has ended, it says what is wrong with it, or it says nothing.</summary>
/// <param name="line">Hears them.</param>
/// <param name="size">How many ranks there are.</param>
/// <param name="ended">How the process of a rank ended that this one started; null while it is there, and for those that somebody else started.</param>
/// <param name="time">The clock.</param>
internal sealed class RankWatch(RankLine line, int size, Func<int, WorkerEnd?> ended, TimeProvider time)
{
    /// <summary>A rank that is silent for so long is lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long it may take until all have come: schedulers start machines one by one.</summary>
    public static readonly TimeSpan Arrival = TimeSpan.FromMinutes(10);

    // A broken connection is told by whoever meets it first, and the silence of who broke it a little later.
    private static readonly TimeSpan Echo = Patience + TimeSpan.FromSeconds(5);
    private readonly Dictionary<int, long> _echoes = [];

    /// <summary>The first that is lost; null where all go on.</summary>
    public RankLoss? Look()
    {
        var ranks = Enumerable.Range(1, size - 1).ToList();
        return ranks.Select(Ended).FirstOrDefault(loss => loss is not null)
            ?? ranks.Select(Faulty).FirstOrDefault(loss => loss is not null)
            ?? ranks.Select(Silent).FirstOrDefault(loss => loss is not null)
            ?? ranks.Select(Cut).FirstOrDefault(loss => loss is not null);
    }

    /// <summary>The exit code of a signal that another rank got; null where none has.</summary>
    public ExitCode? StopAsked() => Enumerable.Range(1, size - 1).Select(rank => (ExitCode?)line.Heard(rank)?.StopCode).FirstOrDefault(code => code is not null);

    private RankLoss? Ended(int rank) => ended(rank) switch
    {
        null => null,
        { Crash: { } crash } => Loss(rank, $"was lost: {crash}"),
        _ when line.Heard(rank)?.Fault is not null => null, // it said why
        var end => Loss(rank, $"was lost: {end.Cause}"),
    };

    private RankLoss? Faulty(int rank) => line.Heard(rank) is { Fault: { } fault, IsEcho: false } ? new RankLoss(rank, line.Heard(rank)!.Who, $"failed: {fault}", null) : null;

    private RankLoss? Silent(int rank) => line.Heard(rank) switch
    {
        null when line.Silence(rank) >= Arrival => Loss(rank, FormattableString.Invariant($"has not come within {Arrival.TotalMinutes:0} minutes")),
        { Fault: null } when line.Silence(rank) >= Patience => Loss(rank, FormattableString.Invariant($"was lost: it has been silent for {Patience.TotalSeconds:0} s")),
        _ => null,
    };

    private RankLoss? Cut(int rank)
    {
        if (line.Heard(rank) is not { Fault: { } fault, IsEcho: true })
            return null;
        if (!_echoes.TryGetValue(rank, out var since))
            _echoes.Add(rank, since = time.GetTimestamp());
        return time.GetElapsedTime(since) >= Echo ? new RankLoss(rank, line.Heard(rank)!.Who, $"failed: {fault}", null) : null;
    }

    private RankLoss Loss(int rank, string what)
    {
        var word = line.Heard(rank);
        return new RankLoss(rank, word?.Who, what, word is null ? null : time.GetUtcNow() - line.Silence(rank));
    }
}
