using Framework.Plugins.Ich.Phantom;
using Framework.Plugins.Ich.Source;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Tests;

/// <summary>A small phantom cohort in a folder of its own, gone when disposed.</summary>
internal sealed class TemporaryCohort : IDisposable
{
    public static readonly Dictionary<string, double> Frequent = new()
    {
        ["epidural"] = 0.1, ["intraparenchymal"] = 0.1, ["intraventricular"] = 0.1, ["subarachnoid"] = 0.1, ["subdural"] = 0.1,
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("framework-ich-");

    public TemporaryCohort(int cases = 24, ulong seed = 3, int size = 64)
    {
        var options = new IchPhantomOptions { MatrixSize = size, SliceSpacing = 14, Prevalence = Frequent };
        new IchPhantom(options).Write(new PhantomRequest { Folder = Root, Cases = cases, Seed = seed }, CancellationToken.None);
    }

    public string Root => Path.Combine(_folder.FullName, "data");

    public string Images => Path.Combine(Root, "stage_2_train");

    public string Table => Path.Combine(Root, "stage_2_train.csv");

    public string[] Files => [.. Directory.GetFiles(Images).Order(StringComparer.Ordinal)];

    public RsnaSource Source => new(new RsnaOptions { Root = Root });

    public DataIndex Index() => Source.Index(new IndexContext { CacheFolder = Path.Combine(_folder.FullName, "cache") });

    public void Dispose() => _folder.Delete(recursive: true);
}
