using System.Diagnostics;
using Framework.Components.Transforms.Intensity;
using Framework.Components.Transforms.Spatial;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>A chain of transforms, each applied, on 240 x 260 x 260 voxels and two threads.</summary>
internal sealed class VolumeChain(string name, string what, PeerCommand peer, ITransform[] chain) : IBenchmark
{
    private const int Threads = 2;

    private static readonly int[] Shape = [1, 260, 260, 240];

    private readonly SampleWorkspace _source = new();
    private readonly SampleWorkspace _workspace = new(Threads);
    private Sample? _sample;

    /// <summary>The fistula study's flip and affine, as one resampling.</summary>
    public static VolumeChain Affine => new(
        "affine-volume",
        "flip and affine (trilinear, zeros)",
        new("PyTorch flip and grid_sample", "affine_volume.py", $"{Threads}"),
        [Flip, Slant]);

    /// <summary>The fistula study's six augmentations.</summary>
    public static VolumeChain Fistula => new(
        "transform-chain.fistula",
        "shift, histogram, bias field, flip, affine, noise",
        new("numpy and PyTorch", "fistula_chain.py", $"{Threads}"),
        [
            new IntensityShiftTransform(new IntensityShiftOptions { Offset = new(-0.1, 0.1), Unit = ShiftUnit.Range }),
            new HistogramShiftTransform(new HistogramShiftOptions()),
            new BiasFieldTransform(new BiasFieldOptions()),
            Flip,
            Slant,
            new GaussianNoiseTransform(new GaussianNoiseOptions()),
        ]);

    public string Name => name;

    public string What => $"{what} of 240 x 260 x 260 voxels, two threads";

    public string Unit => "s";

    public bool LowerIsBetter => true;

    public int Pairs => 5;

    public PeerCommand? Peer => peer;

    private static FlipTransform Flip => new(new FlipOptions { Axis = Axis.X, Probability = 1 });

    private static AffineTransform Slant => new(new AffineOptions
    {
        Rotate = [new(0.2, 0.2), new(-0.1, -0.1), new(0.15, 0.15)],
        Translate = [new(1.5, 1.5), new(-2, -2), new(0.75, 0.75)],
        Scale = [new(1.1, 1.1), new(0.95, 0.95), new(1.05, 1.05)],
    });

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
        for (var i = 0; i < chain.Length; i++)
            sample = chain[i].Apply(sample, new TransformContext(_workspace, new RandomStream((ulong)i), Phase.Train));
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
