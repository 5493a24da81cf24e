using System.Globalization;
using Framework.Sdk;

namespace Framework.Host.Ranks;

/// <summary>
/// Says where this rank is and hears where others are. Only its own thread asks the store, so that nobody else waits where the store does not answer; who is
/// silent is told by this machine's clock alone.
/// </summary>
internal sealed class RankLine : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly IRankStore _store;
    private readonly string _prefix;
    private readonly int _rank;
    private readonly TimeProvider _time;
    private readonly Dictionary<int, Sighting> _seen;
    private readonly AutoResetEvent _news = new(false);
    private readonly long _began;
    private RankWord _own;
    private bool _isChanged = true;
    private long? _said;
    private volatile bool _isOver;
    private Thread? _thread;

    /// <summary>A line that says and hears nothing until it is started or asked to take a turn.</summary>
    /// <param name="store">Where words lie.</param>
    /// <param name="launch">This process's place.</param>
    /// <param name="heard">The ranks to listen to.</param>
    /// <param name="time">The clock.</param>
    public RankLine(IRankStore store, RankLaunch launch, IEnumerable<int> heard, TimeProvider time)
    {
        (_store, _prefix, _rank, _time, _began) = (store, $"framework/{launch.Start}/", launch.Rank, time, time.GetTimestamp());
        _seen = heard.ToDictionary(rank => rank, _ => new Sighting(null, null));
        _own = new RankWord { Host = Environment.MachineName, Process = Environment.ProcessId };
    }

    /// <summary>Why the store cannot be asked any more; null where it can.</summary>
    public Exception? Broken { get; private set; }

    /// <summary>What this rank says.</summary>
    public RankWord Own
    {
        get
        {
            lock (_lock)
                return _own;
        }
    }

    /// <summary>Takes a turn about every second from now on, and at once when there is something to say.</summary>
    public void Start()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "ranks" };
        _thread.Start();
    }

    /// <summary>Changes what this rank says.</summary>
    public void Say(Func<RankWord, RankWord> change)
    {
        lock (_lock)
        {
            _own = change(_own);
            _isChanged = true;
        }

        _news.Set();
    }

    /// <summary>The last word of a rank; null where it has not said any.</summary>
    public RankWord? Heard(int rank)
    {
        lock (_lock)
            return _seen[rank].Word;
    }

    /// <summary>How long a rank has been silent; since this line began where it has never spoken.</summary>
    public TimeSpan Silence(int rank)
    {
        lock (_lock)
            return _time.GetElapsedTime(_seen[rank].At ?? _began);
    }

    /// <summary>Says what there is to say and hears what others say.</summary>
    /// <exception cref="Exception">The store cannot be asked.</exception>
    public void Turn()
    {
        RankWord? word = null;
        lock (_lock)
        {
            if (_isChanged || _said is not { } last || _time.GetElapsedTime(last) >= Interval)
                (word, _isChanged, _said) = (_own = _own with { Beat = _own.Beat + 1 }, false, _time.GetTimestamp());
        }

        if (word is not null)
            _store.Set(KeyOf(_rank), word.ToText());
        foreach (var rank in _seen.Keys)
        {
            if (_store.TryGet(KeyOf(rank)) is not { } text)
                continue;
            var heard = RankWord.Read(text);
            lock (_lock)
            {
                if (_seen[rank].Word?.Beat != heard.Beat)
                    _seen[rank] = new Sighting(heard, _time.GetTimestamp());
            }
        }
    }

    /// <summary>Waits until something is so, as long as it takes.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public static void Until(Func<bool> isSo, CancellationToken cancellation)
    {
        while (!isSo())
        {
            cancellation.ThrowIfCancellationRequested();
            cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Waits until something is so, or that long.</summary>
    /// <returns>Whether it is so.</returns>
    public static bool Within(TimeSpan patience, TimeProvider time, Func<bool> isSo)
    {
        using var pause = new ManualResetEventSlim();
        for (var began = time.GetTimestamp(); !isSo(); pause.Wait(TimeSpan.FromMilliseconds(100)))
        {
            if (time.GetElapsedTime(began) > patience)
                return false;
        }

        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _isOver = true;
        _news.Set();
        // A store that does not answer keeps the thread; the process ends all the same.
        if (_thread?.Join(TimeSpan.FromSeconds(2)) != false)
        {
            _store.Dispose();
            _news.Dispose();
        }
    }

    private void Run()
    {
        try
        {
            while (!_isOver)
            {
                Turn();
                _news.WaitOne(TimeSpan.FromMilliseconds(250));
            }

            Turn(); // what was said last
        }
        catch (Exception e) // whatever the store throws means the same
        {
            Broken = e;
        }
    }

    private string KeyOf(int rank) => string.Create(CultureInfo.InvariantCulture, $"{_prefix}{rank}");

    private sealed record Sighting(RankWord? Word, long? At);
}
