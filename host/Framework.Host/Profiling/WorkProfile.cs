using System.Collections.Concurrent;
using System.Diagnostics;
using Framework.Sdk;

namespace Framework.Host.Profiling;

/// <summary>Listens to <see cref="WorkSpan"/> while it lives: sums by name, and the spans themselves for a trace.</summary>
internal sealed class WorkProfile : IDisposable
{
    /// <summary>Spans that a trace keeps, of 40 bytes each; later ones count in the sums alone.</summary>
    public const int MostEvents = 1_000_000;

    private const string Inner = "inner";

    private readonly ConcurrentDictionary<string, WorkTime> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<WorkEvent> _events = new();
    private readonly ConcurrentDictionary<int, string> _threads = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly DateTime _began;
    private readonly ActivityListener _listener;
    private int _count;

    /// <summary>Begins to listen.</summary>
    /// <param name="time">Tells when that is.</param>
    public WorkProfile(TimeProvider time)
    {
        _began = time.GetUtcNow().UtcDateTime;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == WorkSpan.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Time since it began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>What took how long, by name.</summary>
    public IReadOnlyCollection<WorkTime> Times => [.. _times.Values];

    /// <summary>The spans in the order in which they ended.</summary>
    public IEnumerable<WorkEvent> Events => _events;

    /// <summary>Names of the threads by their numbers.</summary>
    public IReadOnlyDictionary<int, string> Threads => _threads;

    /// <summary>Whether there were more spans than a trace keeps.</summary>
    public bool IsCut => _count > MostEvents;

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private void Add(Activity span)
    {
        // A parent of the same source is a span of the same thread: threads do not inherit spans.
        var inner = span.GetCustomProperty(Inner) is TimeSpan known ? known : TimeSpan.Zero;
        if (span.Parent is { } parent && parent.Source.Name == WorkSpan.SourceName)
            parent.SetCustomProperty(Inner, (parent.GetCustomProperty(Inner) is TimeSpan sum ? sum : TimeSpan.Zero) + span.Duration);
        var name = span.DisplayName;
        _times.AddOrUpdate(name, static (name, time) => new WorkTime(name, 1, time.Whole, time.Own), static (_, before, time) => before with
        {
            Count = before.Count + 1, Total = before.Total + time.Whole, Own = before.Own + time.Own,
        }, (Whole: span.Duration, Own: span.Duration - inner));
        if (Interlocked.Increment(ref _count) > MostEvents)
            return;
        var thread = Environment.CurrentManagedThreadId;
        _threads.TryAdd(thread, Thread.CurrentThread.Name ?? $"thread {thread}");
        _events.Enqueue(new WorkEvent(name, thread, span.StartTimeUtc - _began, span.Duration));
    }
}
