using System.Collections.Concurrent;
using Framework.Host.Engines;
using Framework.Host.Runs;

namespace Framework.Host.Batches;

/// <summary>Tells every ten seconds how far each unit at work is.</summary>
internal sealed class BatchProgress(IRunScreen screen)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, UnitFolder> _atWork = new();

    /// <summary>Tells of a unit until the result is disposed of.</summary>
    public IDisposable Show(string title, UnitFolder unit)
    {
        _atWork[title] = unit;
        return new Row(() => _atWork.TryRemove(title, out _));
    }

    /// <summary>Tells until it is told to stop.</summary>
    public async Task Tell(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                foreach (var (title, unit) in _atWork.OrderBy(row => row.Key, StringComparer.Ordinal))
                    if (unit.Status?.Pulse is { } pulse)
                        screen.Line($"{title}: {pulse.Words}");
        }
        catch (OperationCanceledException)
        {
            // The batch has ended.
        }
    }

    private sealed class Row(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
