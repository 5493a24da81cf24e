using System.Globalization;

namespace Framework.Host.Terminal;

/// <summary>How long a piece of work will still take, from what this process has done of it.</summary>
internal sealed class TimeLeft(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _began = time.GetTimestamp();
    private long _started = time.GetTimestamp();
    private double _first = -1; // a resumed piece of work begins somewhere in the middle
    private double _fraction;

    /// <summary>Time since it began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    /// <summary>What is left; null where nothing says so yet.</summary>
    public TimeSpan? Left
    {
        get
        {
            lock (_lock)
            {
                var gained = _fraction - _first;
                return _first < 0 || gained <= 0 ? null : time.GetElapsedTime(_started) * ((1 - _fraction) / gained);
            }
        }
    }

    /// <summary>Notes how far it is.</summary>
    public void Note(double fraction)
    {
        lock (_lock)
        {
            if (_first < 0)
                _first = fraction;
            _fraction = fraction;
        }
    }

    /// <summary>Measures anew: the process was stopped for a while, in which nothing got on.</summary>
    public void Restart()
    {
        lock (_lock)
            (_started, _first) = (time.GetTimestamp(), _first < 0 ? -1 : _fraction);
    }

    /// <summary>A time as people read it: <c>0:01:30</c>, hours beyond a day too.</summary>
    public static string Words(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");
}
