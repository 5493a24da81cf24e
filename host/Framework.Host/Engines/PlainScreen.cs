using System.Globalization;
using Framework.Host.Terminal;

namespace Framework.Host.Engines;

/// <summary>Lines of text for logs and pipes: a piece of work tells where it is every ten seconds.</summary>
internal sealed class PlainScreen(HostTerminal terminal, TimeProvider time) : IRunScreen
{
    /// <inheritdoc />
    public TimeSpan Pace => TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public void Line(string text) => terminal.Line(text);

    /// <inheritdoc />
    public void Warn(string text) => terminal.Warn(text);

    /// <inheritdoc />
    public void Alert(string text) => terminal.Alert(text);

    /// <inheritdoc />
    public void Show(IReadOnlyList<(string Title, Advance Advance)> works)
    {
        foreach (var (title, advance) in works)
            Line(Words(title, advance, null));
    }

    /// <inheritdoc />
    public T Track<T>(string title, Func<IProgress<Advance>, T> work)
    {
        terminal.BeginWork();
        Line(title);
        var left = new TimeLeft(time);
        using var continued = Continuation.Then(left.Restart);
        var result = work(new Reporter(this, title, time, left));
        if (left.Elapsed >= Pace)
            Line($"{title}: done in {TimeLeft.Words(left.Elapsed)}");
        return result;
    }

    /// <summary>Where a piece of work is.</summary>
    public static string Words(string title, Advance advance, TimeSpan? left) =>
        string.Create(CultureInfo.InvariantCulture, $"{title}: {(advance.Total > 0 ? $"{advance.Fraction:P0} " : "")}{(left is { } rest ? $"({TimeLeft.Words(rest)} left) " : "")}{advance.Detail}").TrimEnd(' ', ':');

    private sealed class Reporter(PlainScreen screen, string title, TimeProvider time, TimeLeft left) : IProgress<Advance>
    {
        private readonly Lock _lock = new();
        private long _last = time.GetTimestamp();

        public void Report(Advance value)
        {
            left.Note(value.Fraction);
            lock (_lock)
            {
                if (time.GetElapsedTime(_last) < screen.Pace)
                    return;
                _last = time.GetTimestamp();
            }

            screen.Line(Words(title, value, left.Left));
        }
    }
}
