using System.Diagnostics;
using Framework.Components.Transforms.Intensity;
using Framework.Components.Transforms.Spatial;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>The fistula study's six augmentations, each applied, on 240 x 260 x 260 voxels and two threads.</summary>
internal sealed class FistulaChain : IBenchmark
{
    private const int Threads = 2;

    private static readonly int[] Shape = [1, 260, 260, 240];

    private readonly SampleWorkspace _source = new();
    private readonly SampleWorkspace _workspace = new(Threads);
    private readonly ITransform[] _chain =
    [
        new IntensityShiftTransform(new IntensityShiftOptions { Offset = new(-0.1, 0.1), Unit = ShiftUnit.Range }),
        new HistogramShiftTransform(new HistogramShiftOptions()),
        new BiasFieldTransform(new BiasFieldOptions()),
        new FlipTransform(new FlipOptions { Axis = Axis.X, Probability = 1 }),
        new AffineTransform(new AffineOptions
        {
            Rotate = [new(0.2, 0.2), new(-0.1, -0.1), new(0.15, 0.15)],
            Translate = [new(1.5, 1.5), new(-2, -2), new(0.75, 0.75)],
            Scale = [new(1.1, 1.1), new(0.95, 0.95), new(1.05, 1.05)],
        }),
        new GaussianNoiseTransform(new GaussianNoiseOptions()),
    ];

    private Sample? _sample;

    public string Name => "transform-chain.fistula";

    public string What => "shift, histogram, bias field, flip, affine, noise on 240 x 260 x 260 voxels, two threads";

    public string Unit => "s";

    public bool LowerIsBetter => true;

    public int Pairs => 5;

    public PeerCommand? Peer => new("numpy and PyTorch", "fistula_chain.py", $"{Threads}");

    public void Prepare()
    {
        var image = _source.Allocate(Shape);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = i * 7919L % 2048;
        _sample = new Sample(new Case { Id = "volume", Subject = "subject", Labels = [] }, image);
        Measure();
    }

    public double Measure()
    {
        var start = Stopwatch.GetTimestamp();
        var sample = _sample!;
        for (var i = 0; i < _chain.Length; i++)
            sample = _chain[i].Apply(sample, new TransformContext(_workspace, new RandomStream((ulong)i), Phase.Train));
        sample.Settle();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        _workspace.Reset();
        return seconds;
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _source.Dispose();
    }
}
