using Framework.Components.Transforms;
using Framework.Components.Transforms.Intensity;

namespace Framework.Components.Tests.Transforms.Intensity;

/// <summary>A volume that is large enough to be divided among threads becomes what one thread makes of it, to the bit.</summary>
public sealed class ThreadsTests
{
    private static readonly int[] Large = [1, 70, 101, 113];

    public static TheoryData<string> Transforms => [.. All.Keys];

    private static Dictionary<string, ITransform> All => new()
    {
        ["hounsfield"] = new HounsfieldTransform(),
        ["windows"] = new WindowsTransform(new() { Windows = [Window.Brain, Window.Subdural] }),
        ["normalise"] = new NormaliseTransform(new() { By = new ChannelStatistics { Mean = [3], Deviation = [7] } }),
        ["intensity-normalise"] = new IntensityNormaliseTransform(new() { NonZero = true }),
        ["intensity-shift"] = new IntensityShiftTransform(new() { Offset = new(-1, 1), Unit = ShiftUnit.Deviations }),
        ["histogram-shift"] = new HistogramShiftTransform(new()),
        ["bias-field"] = new BiasFieldTransform(new()),
        ["gaussian-noise"] = new GaussianNoiseTransform(new()),
        ["gaussian-blur"] = new GaussianBlurTransform(new() { Sigma = [new(0.5, 2)] }),
    };

    [Theory]
    [MemberData(nameof(Transforms))]
    public void Apply_FourThreads_GivesWhatOneGives(string transform)
    {
        var values = Values.Random(Large);
        var image = new SampleWorkspace().Allocate(Large, encoding: new PixelEncoding { Slope = 2, Intercept = -5 });
        values.Pixels.CopyTo(image.Pixels);
        var sample = Values.SampleOf(image);
        using var one = new SampleWorkspace();
        using var four = new SampleWorkspace(4);
        var expected = All[transform].Apply(sample, new TransformContext(one, new RandomStream(4), Phase.Train)).Image;
        var actual = All[transform].Apply(sample, new TransformContext(four, new RandomStream(4), Phase.Train)).Image;
        Assert.True(expected.Pixels.SequenceEqual(actual.Pixels));
        Assert.False(expected.Pixels.SequenceEqual(image.Pixels));
    }
}
