using System.Globalization;
using Framework.Host.Terminal;

namespace Framework.Host.Engines;

/// <summary>Lines of text for logs and pipes: a piece of work tells where it is every ten seconds.</summary>
internal sealed class PlainScreen(HostTerminal terminal, TimeProvider time) : IRunScreen
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();

    /// <inheritdoc />
    public void Line(string text)
    {
        lock (_lock)
            terminal.Line(text);
    }

    /// <inheritdoc />
    public void Warn(string text)
    {
        lock (_lock)
            terminal.Warn(text);
    }

    /// <inheritdoc />
    public T Track<T>(string title, Func<IProgress<Advance>, T> work)
    {
        Line(title);
        return work(new Reporter(this, title, time));
    }

    private sealed class Reporter(PlainScreen screen, string title, TimeProvider time) : IProgress<Advance>
    {
        private readonly Lock _lock = new();
        private readonly long _started = time.GetTimestamp();
        private long _last = time.GetTimestamp();
        private double _first = -1; // a resumed piece of work begins somewhere in the middle

        public void Report(Advance value)
        {
            lock (_lock)
            {
                if (_first < 0)
                    _first = value.Fraction;
                if (time.GetElapsedTime(_last) < Interval)
                    return;
                _last = time.GetTimestamp();
            }

            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{title}: {value.Fraction:P0} {Left(value)}{value.Detail}").TrimEnd());
        }

        private string Left(Advance value)
        {
            var gained = value.Fraction - _first;
            if (gained <= 0)
                return "";
            var left = time.GetElapsedTime(_started) * ((1 - value.Fraction) / gained);
            return string.Create(CultureInfo.InvariantCulture, $"({left:h\\:mm\\:ss} left) ");
        }
    }
}
