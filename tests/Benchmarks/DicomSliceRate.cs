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
        _pipeline = new SamplePipeline(_cohort.Source, SliceCohort.Steps, new RandomStream(1));
        for (var i = 0; i < 10; i++)
            Measure(); // enough calls for the compiler's last tier
    }

    public double Measure() => SliceCohort.Rate(_pipeline!, _cases);

    public void Dispose() => _cohort?.Dispose();
}
