using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Writes down how far a unit is while it gets on, for whoever looks at its folder; a unit that hangs writes nothing.</summary>
internal sealed class Heartbeat(UnitFolder folder, UnitStatus status, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private UnitStatus _status = status;
    private long? _last;
    private bool _isStopped;

    /// <summary>Listens to what is reported and passes it on.</summary>
    public IProgress<Advance> Beside(IProgress<Advance> progress) => new Listener(this, progress);

    /// <summary>Writes nothing from now on.</summary>
    /// <returns>The status with the last sign of life.</returns>
    public UnitStatus Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
            return _status;
        }
    }

    private void Beat(Advance advance)
    {
        lock (_lock)
        {
            if (_isStopped || (_last is { } last && time.GetElapsedTime(last) < Interval))
                return;
            _last = time.GetTimestamp();
            _status = _status with { Pulse = new UnitPulse(time.GetUtcNow(), advance.Done, advance.Total, advance.Detail) };
            try
            {
                folder.Write(_status);
            }
            catch (TrainingException)
            {
                // Where this cannot be written the next checkpoint cannot be either, and that error is the one to show.
            }
        }
    }

    private sealed class Listener(Heartbeat heart, IProgress<Advance> progress) : IProgress<Advance>
    {
        public void Report(Advance value)
        {
            progress.Report(value);
            heart.Beat(value);
        }
    }
}
