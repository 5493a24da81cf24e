using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>A data source of which every case has been loaded once: one that cannot be becomes a problem of the index, as one with a broken header is.</summary>
/// <param name="source">The experiment's source with its options.</param>
internal sealed class CheckedSource(Bound<IDataSource> source) : IDataSource, ICaseFiles
{
    private const string Good = "";

    /// <inheritdoc />
    public DataIndex Index(IndexContext context)
    {
        var index = source.Instance.Index(context);
        var faults = new EveryCase(source.Instance, new CaseLedger(Path.Combine(context.CacheFolder, $"every-case-{Key()}.txt"))).Find(index.Cases, Fault, context);
        if (faults.All(fault => fault == Good))
            return index;
        Case[] good = [.. index.Cases.Where((_, at) => faults[at] == Good)];
        return index with
        {
            Cases = good,
            Problems = [.. index.Problems, .. index.Cases.Zip(faults).Where(pair => pair.Second != Good).Select(pair => Problem(pair.First, pair.Second))],
            Fingerprint = DataFingerprint.Of(index.Labels, good),
        };
    }

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace) => source.Instance.Load(item, workspace);

    /// <inheritdoc />
    public IReadOnlyList<string> FilesOf(Case item) => source.Instance is ICaseFiles files ? files.FilesOf(item) : [];

    private string Fault(Case item, SampleWorkspace workspace)
    {
        try
        {
            source.Instance.Load(item, workspace).Settle();
            return Good;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return e.Message.Length > 0 ? e.Message : e.GetType().Name;
        }
    }

    // A source's message begins with the file's name.
    private static DataProblem Problem(Case item, string fault)
    {
        var at = fault.IndexOf(": ", StringComparison.Ordinal);
        return at > 0 ? new DataProblem(fault[..at], fault[(at + 2)..]) : new DataProblem(item.Locator.Length > 0 ? item.Locator : item.Id, fault);
    }

    /// <summary>Other options, or another build of the reader, may find other faults in the same files.</summary>
    private string Key()
    {
        using var key = new UnitKey();
        key.Add("options", source.Canonical);
        foreach (var build in ComponentBuild.Foundations().Prepend(ComponentBuild.Of(source.Component.Implementation)))
            key.Add(build.Assembly, $"{build.Version} {build.Build}");
        return key.ToString()[..16];
    }
}
