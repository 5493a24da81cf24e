using Framework.Host.Terminal;

namespace Framework.Host.Engines;

/// <summary>A line at the foot of the terminal for each piece of work that goes on, drawn again in place, never wider than the terminal.</summary>
internal sealed class TerminalScreen : IRunScreen, IDisposable
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);

    // What took less needs no time behind it.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    private readonly HostTerminal _terminal;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly List<Work> _works = [];
    private readonly Dictionary<string, Work> _beside = [];
    private readonly IDisposable _continued;

    public TerminalScreen(HostTerminal terminal, TimeProvider time)
    {
        (_terminal, _time) = (terminal, time);
        _continued = Continuation.Then(Continue);
    }

    /// <inheritdoc />
    public TimeSpan Pace => TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public void Line(string text) => _terminal.Line(text);

    /// <inheritdoc />
    public void Warn(string text) => _terminal.Warn(text);

    /// <inheritdoc />
    public void Alert(string text) => _terminal.Alert(text);

    /// <inheritdoc />
    public void Show(IReadOnlyList<(string Title, Advance Advance)> works)
    {
        lock (_lock)
        {
            foreach (var gone in _beside.Keys.Except(works.Select(work => work.Title)).ToList())
                _beside.Remove(gone);
            foreach (var (title, advance) in works)
            {
                _beside.TryAdd(title, new Work(title, new TimeLeft(_time)));
                _beside[title].Report(advance);
            }
        }

        Draw();
    }

    /// <inheritdoc />
    public T Track<T>(string title, Func<IProgress<Advance>, T> work)
    {
        _terminal.BeginWork();
        var tracked = new Work(title, new TimeLeft(_time));
        lock (_lock)
            _works.Add(tracked);
        var isDone = false;
        try
        {
            using var timer = _time.CreateTimer(_ => Draw(), null, Redraw, Redraw);
            var result = work(tracked);
            isDone = true;
            return result;
        }
        finally
        {
            lock (_lock)
                _works.Remove(tracked);
            Draw();
            Line(isDone ? tracked.Left.Elapsed < Long ? title : $"{title}: done in {TimeLeft.Words(tracked.Left.Elapsed)}" : tracked.Words);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _continued.Dispose();

    private void Draw()
    {
        lock (_lock)
            _terminal.Foot([.. _works.Concat(_beside.Values).Select(work => work.Draw(_terminal.Look))]);
    }

    private void Continue()
    {
        _terminal.Continue();
        lock (_lock)
            foreach (var work in _works.Concat(_beside.Values))
                work.Left.Restart();
    }

    private sealed class Work(string title, TimeLeft left) : IProgress<Advance>
    {
        private readonly Lock _lock = new();
        private Advance _advance = new(0, 0);

        public TimeLeft Left => left;

        /// <summary>Where it was when it was left.</summary>
        public string Words => PlainScreen.Words(title, At, null);

        private Advance At
        {
            get
            {
                lock (_lock)
                    return _advance;
            }
        }

        public void Report(Advance value)
        {
            lock (_lock)
                _advance = value;
            if (value.Total > 0)
                left.Note(value.Fraction);
        }

        public string Draw(TerminalLook look)
        {
            var at = At;
            var time = at.Total <= 0 ? TimeLeft.Words(left.Elapsed) : left.Left is { } rest ? $"{TimeLeft.Words(rest)} left" : "";
            return ProgressLine.Of(title, at.Total > 0 ? at.Fraction : null, time, at.Detail, look);
        }
    }
}
