using Framework.Plugins.Ich.Phantom;
using Framework.Plugins.Ich.Source;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>512 x 512 CT slices as DICOM files in a temporary folder, as the RSNA archive has them.</summary>
internal sealed class SliceCohort : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("framework-bench-");

    public SliceCohort(int slices) =>
        new IchPhantom(new IchPhantomOptions()).Write(new PhantomRequest { Folder = _folder.FullName, Cases = slices, Seed = 1 }, CancellationToken.None);

    public string Root => _folder.FullName;

    public string Images => Path.Combine(Root, "stage_2_train");

    public RsnaSource Source => new(new RsnaOptions { Root = Root });

    public IndexContext Context() => new() { CacheFolder = Path.Combine(Root, "cache") };

    public void Dispose() => _folder.Delete(recursive: true);
}
