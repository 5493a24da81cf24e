using System.Diagnostics;
using Framework.Components.Transforms;
using Framework.Components.Transforms.Spatial;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>DICOM slice to network input on one core: read, Hounsfield units, three windows, resize to 224 x 224.</summary>
internal sealed class DicomSliceRate : IBenchmark
{
    private const int Slices = 120;
    private SliceCohort? _cohort;
    private SamplePipeline? _pipeline;
    private IReadOnlyList<Case> _cases = [];

    public string Name => "dicom-slice";

    public string What => "512 x 512 DICOM slice to network input (read, Hounsfield, three windows, resize to 224), one core";

    public string Unit => "slices/s";

    public bool LowerIsBetter => false;

    public int Pairs => 7;

    public PeerCommand? Peer => new("pydicom", "dicom_slice.py", _cohort?.Images ?? "");

    public void Prepare()
    {
        _cohort = new SliceCohort(Slices);
        _cases = _cohort.Source.Index(_cohort.Context()).Cases;
        TransformStep[] steps =
        [
            new("hounsfield", new HounsfieldTransform()),
            new("windows", new WindowsTransform(new WindowsOptions { Windows = [Window.Brain, Window.Subdural, Window.SoftTissue] })),
            new("resize", new ResizeTransform(new ResizeOptions { Size = [224, 224] })),
        ];
        _pipeline = new SamplePipeline(_cohort.Source, steps, new RandomStream(1));
        for (var i = 0; i < 10; i++)
            Measure(); // enough calls for the compiler's last tier
    }

    public double Measure()
    {
        using var workspace = new SampleWorkspace();
        var start = Stopwatch.GetTimestamp();
        foreach (var item in _cases)
        {
            _pipeline!.Load(item, Phase.Evaluate, 0, workspace);
            workspace.Reset();
        }

        return _cases.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => _cohort?.Dispose();
}
