namespace Framework.Sdk.Testing;

/// <summary>Does work from eight threads at once.</summary>
internal static class EightThreads
{
    private const int Threads = 8;

    /// <summary>The results of work items 0, 1..., in that order; what a thread throws is thrown here.</summary>
    public static T[] Run<T>(int count, Func<int, T> work)
    {
        var results = new T[count];
        Exception? thrown = null;
        using var together = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(first => new Thread(() =>
        {
            together.SignalAndWait();
            try
            {
                for (var at = first; at < count; at += Threads)
                    results[at] = work(at);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref thrown, e, null);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return thrown is null ? results : throw new InvalidOperationException($"one of eight threads at once failed: {thrown.Message}", thrown);
    }
}
