using System.Globalization;
using System.Text;
using Framework.Components.Audit;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Audits;

/// <summary>The fingerprint of every case's image: each is decoded once, until its files change.</summary>
internal sealed class CaseImages(RunStore store, IRunScreen screen)
{
    /// <summary>The fingerprints in the order of the cases; null for a case that cannot be loaded, which the run itself will say.</summary>
    public IReadOnlyList<ImageFingerprint?> Of(DataSection section, PreparedData data, List<string> notDone, CancellationToken cancellation)
    {
        var cases = data.Index.Cases;
        var kept = new FingerprintFile(Path.Combine(store.CacheFolder("audit"), $"{KeyOf(section)[..16]}.bin"));
        var keys = Array.ConvertAll<Case, string?>([.. cases], item => KeyOf(item, data.Source));
        var prints = Array.ConvertAll(keys, key => key is null ? null : kept.Find(key));
        int[] missing = [.. Enumerable.Range(0, cases.Count).Where(at => prints[at] is null)];
        if (missing.Length > 0)
            screen.Track("comparing images", progress => Read(data, prints, missing, progress, cancellation));
        kept.Save(keys.Zip(prints));
        var failed = prints.Count(print => print is null);
        if (failed > 0)
            notDone.Add(string.Create(CultureInfo.InvariantCulture, $"{failed:N0} images could not be loaded and were not compared."));
        return prints;
    }

    private static bool Read(PreparedData data, ImageFingerprint?[] prints, int[] missing, IProgress<Advance> progress, CancellationToken cancellation)
    {
        var done = 0;
        Parallel.ForEach(
            missing,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            () => new SampleWorkspace(),
            (at, _, workspace) =>
            {
                try
                {
                    prints[at] = Fingerprint.Of(data.Source.Load(data.Index.Cases[at], workspace).Image);
                }
                catch (FrameworkException)
                {
                    // Whoever trains on it says what is wrong with it.
                }

                workspace.Reset();
                var count = Interlocked.Increment(ref done);
                progress.Report(new Advance(count, missing.Length, $"{count:N0} of {missing.Length:N0} images"));
                return workspace;
            },
            workspace => workspace.Dispose());
        return true;
    }

    /// <summary>Whatever decides how a case is loaded, beside its files.</summary>
    private static string KeyOf(DataSection section)
    {
        using var key = new UnitKey();
        key.Add("source", section.Source.Canonical).Add("build", ComponentBuild.Of(section.Source.Component.Implementation).Build).Add("print", ComponentBuild.Of(typeof(Fingerprint)).Build);
        return key.ToString();
    }

    /// <summary>Names, sizes and times of a case's files; null where the source does not say which they are.</summary>
    private static string? KeyOf(Case item, IDataSource source)
    {
        if (source is not ICaseFiles files || files.FilesOf(item) is not { Count: > 0 } paths)
            return null;
        var text = new StringBuilder(item.Id);
        foreach (var file in paths.Select(path => new FileInfo(path)))
            text.Append(CultureInfo.InvariantCulture, $"\n{file.FullName} {(file.Exists ? file.Length : -1)} {(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}");
        using var key = new UnitKey();
        return key.Add("files", text.ToString()).ToString()[..32];
    }
}
