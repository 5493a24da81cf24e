using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Framework.Host.Batches;

namespace Framework.Host.Ranks;

/// <summary>The other ranks as processes that this one started, on this machine. They are this program with the same words, and end with it.</summary>
/// <param name="launch">The place of this process.</param>
/// <param name="words">The words after the program's name.</param>
/// <param name="port">Where this process listens.</param>
internal sealed class LocalFollowers(RankLaunch launch, IReadOnlyList<string> words, int port) : IDisposable
{
    private readonly CancellationTokenSource _close = new();
    private readonly ConcurrentDictionary<int, int> _processes = new();
    private Task<WorkerEnd>[] _ends = [];

    /// <summary>Starts them where they have not been.</summary>
    /// <param name="logs">The folder that takes what they say, a file each.</param>
    public void Start(string logs)
    {
        if (_ends.Length == 0)
            _ends = [.. Enumerable.Range(1, launch.Size - 1).Select(rank => Worker.Run(CallOf(rank, logs), _close.Token))];
    }

    /// <summary>Whether they were.</summary>
    public bool WereStarted => _ends.Length > 0;

    /// <summary>How the process of a rank ended; null while it is there, or was not started.</summary>
    public WorkerEnd? EndOf(int rank) => rank <= _ends.Length && _ends[rank - 1] is { IsCompletedSuccessfully: true } ended ? ended.GetAwaiter().GetResult() : null;

    /// <summary>Ends those that are there, also what does not hear anybody.</summary>
    public void Kill()
    {
        foreach (var (rank, process) in _processes)
        {
            if (EndOf(rank) is null)
                Kill(process);
        }
    }

    /// <summary>Waits for their ends.</summary>
    /// <returns>Whether all came.</returns>
    public bool Wait(TimeSpan patience) => Task.WhenAll(_ends).Wait(patience, CancellationToken.None);

    /// <inheritdoc />
    public void Dispose()
    {
        _close.Cancel(); // each ends when its pipe does
        if (!Wait(TimeSpan.FromSeconds(5)))
            Kill();
        _close.Dispose();
    }

    private WorkerCall CallOf(int rank, string logs) => new(words, Path.Combine(logs, string.Create(CultureInfo.InvariantCulture, $"rank-{rank}.log")))
    {
        Environment = new Dictionary<string, string>
        {
            [RankEnvironment.Rank] = Text(rank),
            [RankEnvironment.Size] = Text(launch.Size),
            [RankEnvironment.LocalRank] = Text(rank),
            [RankEnvironment.LocalSize] = Text(launch.LocalSize),
            [RankEnvironment.Host] = launch.Host,
            [RankEnvironment.Port] = Text(port),
            ["OMP_NUM_THREADS"] = Text(launch.Share),
        },
        Begun = process => _processes[rank] = process,
    };

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has just ended.
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
