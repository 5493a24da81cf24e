using Framework.Torch.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests.Distributed;

/// <summary>Ranks as threads of one process, each with a process group of its own.</summary>
internal static class Ranks
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public static RendezvousStore Serve() => RendezvousStore.Serve("127.0.0.1", 0);

    /// <summary>What each rank makes, by rank; throws what the first of them threw.</summary>
    public static T[] Run<T>(int size, Func<ProcessGroup, T> work, TimeSpan? timeout = null) => Run(size, _ => CPU, work, timeout);

    /// <summary>The same for ranks that have a device each.</summary>
    public static T[] Run<T>(int size, Func<int, Device> device, Func<ProcessGroup, T> work, TimeSpan? timeout = null)
    {
        using var store = Serve();
        var (results, errors) = (new T[size], new Exception?[size]);
        Thread[] threads = [.. Enumerable.Range(0, size).Select(rank => new Thread(() => errors[rank] = Record.Exception(() =>
        {
            using var group = ProcessGroup.Open(store, "test", rank, size, device(rank), timeout ?? Timeout);
            group.Barrier(); // a rank that left at once could be gone before another has joined
            results[rank] = work(group);
        })))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (Array.Find(errors, error => error is not null) is { } first)
            throw new AggregateException(first.Message, errors.OfType<Exception>());
        return results;
    }
}
