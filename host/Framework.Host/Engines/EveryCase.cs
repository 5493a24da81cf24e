using System.Collections.Concurrent;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Loads every case once, several at a time, and finds a word about each; cases whose files are as they were keep the word they have.</summary>
/// <remarks>At most as many cases are in memory at one time as there are processors.</remarks>
/// <param name="source">Loads the cases.</param>
/// <param name="ledger">Where words are kept.</param>
internal sealed class EveryCase(IDataSource source, CaseLedger ledger)
{
    private const int ProgressEvery = 16;

    /// <summary>The words, in the order of the cases.</summary>
    /// <param name="cases">Of the source's index.</param>
    /// <param name="find">Makes the word of a case; may throw, which ends all.</param>
    /// <param name="context">Progress and cancellation. What is known by then is kept.</param>
    public IReadOnlyList<string> Find(IReadOnlyList<Case> cases, Func<Case, SampleWorkspace, string> find, IndexContext context)
    {
        var words = new string?[cases.Count];
        var keys = new string?[cases.Count];
        var workspaces = new ConcurrentBag<SampleWorkspace>();
        var done = 0L;
        try
        {
            Parallel.For(0, cases.Count, new ParallelOptions { CancellationToken = context.Cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, at =>
            {
                keys[at] = source is ICaseFiles files ? CaseLedger.KeyOf(files, cases[at]) : null;
                words[at] = ledger.Find(keys[at]) ?? Find(cases[at], find, workspaces);
                if (Interlocked.Increment(ref done) is var count && (count % ProgressEvery == 0 || count == cases.Count))
                    context.Progress?.Report((count, cases.Count));
            });
        }
        finally
        {
            ledger.Keep(keys.Zip(words).Where(pair => pair is { First: not null, Second: not null }).Select(pair => (pair.First!, pair.Second!)), areAll: done == cases.Count);
            foreach (var workspace in workspaces)
                workspace.Dispose();
        }

        return words!;
    }

    private static string Find(Case item, Func<Case, SampleWorkspace, string> find, ConcurrentBag<SampleWorkspace> workspaces)
    {
        if (!workspaces.TryTake(out var workspace))
            workspace = new SampleWorkspace();
        try
        {
            return find(item, workspace);
        }
        finally
        {
            workspace.Reset();
            workspaces.Add(workspace);
        }
    }
}
