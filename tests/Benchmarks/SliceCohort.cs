using System.Diagnostics;
using Framework.Components.Transforms;
using Framework.Components.Transforms.Spatial;
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

    /// <summary>From stored values to a network's input.</summary>
    public static TransformStep[] Steps =>
    [
        new("hounsfield", new HounsfieldTransform()),
        new("windows", new WindowsTransform(new WindowsOptions { Windows = [Window.Brain, Window.Subdural, Window.SoftTissue] })),
        new("resize", new ResizeTransform(new ResizeOptions { Size = [224, 224] })),
    ];

    /// <summary>Cases a second, loaded one by one on this thread.</summary>
    public static double Rate(SamplePipeline pipeline, IReadOnlyList<Case> cases)
    {
        using var workspace = new SampleWorkspace();
        var start = Stopwatch.GetTimestamp();
        foreach (var item in cases)
        {
            pipeline.Load(item, Phase.Evaluate, 0, workspace);
            workspace.Reset();
        }

        return cases.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public IndexContext Context() => new() { CacheFolder = Path.Combine(Root, "cache") };

    public void Dispose() => _folder.Delete(recursive: true);
}
