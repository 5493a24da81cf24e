using System.Diagnostics;
using Framework.Components.Transforms.Spatial;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>The fistula study's flip and affine as one resampling of 240 x 260 x 260 voxels, on two threads.</summary>
internal sealed class AffineVolume : IBenchmark
{
    private const int Threads = 2;

    private static readonly int[] Shape = [1, 260, 260, 240];

    private readonly SampleWorkspace _source = new();
    private readonly SampleWorkspace _workspace = new(Threads);
    private readonly ITransform _flip = new FlipTransform(new FlipOptions { Axis = Axis.X, Probability = 1 });
    private readonly ITransform _affine = new AffineTransform(new AffineOptions
    {
        Rotate = [new(0.2, 0.2), new(-0.1, -0.1), new(0.15, 0.15)],
        Translate = [new(1.5, 1.5), new(-2, -2), new(0.75, 0.75)],
        Scale = [new(1.1, 1.1), new(0.95, 0.95), new(1.05, 1.05)],
    });

    private Sample? _sample;

    public string Name => "affine-volume";

    public string What => "flip and affine (trilinear, zeros) of 240 x 260 x 260 voxels, two threads";

    public string Unit => "s";

    public bool LowerIsBetter => true;

    public int Pairs => 5;

    public PeerCommand? Peer => new("PyTorch flip and grid_sample", "affine_volume.py", "2");

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
        var context = new TransformContext(_workspace, new RandomStream(1), Phase.Train);
        _affine.Apply(_flip.Apply(_sample!, context), context).Settle();
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
