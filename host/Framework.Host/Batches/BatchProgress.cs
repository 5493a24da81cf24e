using System.Collections.Concurrent;
using Framework.Host.Engines;
using Framework.Host.Runs;

namespace Framework.Host.Batches;

/// <summary>Shows every now and then how far each unit at work is.</summary>
internal sealed class BatchProgress(IRunScreen screen)
{
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
        using var timer = new PeriodicTimer(screen.Pace);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                screen.Show([.. AtWork()]);
        }
        catch (OperationCanceledException)
        {
            screen.Show([]); // the batch has ended
        }
    }

    private IEnumerable<(string Title, Advance Advance)> AtWork()
    {
        foreach (var (title, unit) in _atWork.OrderBy(row => row.Key, StringComparer.Ordinal))
            if (unit.Status?.Pulse is { } pulse)
                yield return (title, new Advance(pulse.Done, pulse.Total, pulse.Detail));
    }

    private sealed class Row(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
