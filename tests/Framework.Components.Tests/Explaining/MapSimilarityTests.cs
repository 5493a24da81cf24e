using System.Diagnostics;
using System.Globalization;
using Framework.Components.Explaining;
using Framework.Tests.Shared;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Explaining;

public sealed class MapSimilarityTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Of_TheSameMapOnAnotherScale_IsOne()
    {
        var map = Map(3, [9, 10, 11]);
        var similarity = MapSimilarity.Of(map, (map * 5) - 2);

        Assert.Equal(1, similarity.Rank, 1e-12);
        Assert.Equal(1, similarity.Structure, 1e-6);
    }

    [Fact]
    public void Of_TurnedOver_HasRankMinusOne() => Assert.Equal(-1, MapSimilarity.Of(Map(3, [9, 10]), -Map(3, [9, 10])).Rank, 1e-12);

    [Fact]
    public void Of_MapThatIsTheSameEverywhere_IsNotDefined()
    {
        var similarity = MapSimilarity.Of(Map(3, [9, 10]), ones(9, 10));

        Assert.Equal((double.NaN, double.NaN), (similarity.Rank, similarity.Structure));
    }

    [PythonTheory("scipy", "skimage")]
    [InlineData(new long[] { 17, 23 })]
    [InlineData(new long[] { 8, 12, 9 })]
    public void Of_TwoMaps_EqualsScipyAndScikitImage(long[] shape)
    {
        // Whole numbers, so that many are equal.
        var (one, other) = ((Map(1, shape) * 6).round(), ((Map(1, shape) * 3) + (Map(2, shape) * 4)).round());
        var ours = MapSimilarity.Of(one, other);
        var script = $"""
            import numpy as np
            from scipy.stats import spearmanr
            from skimage.metrics import structural_similarity
            a = np.array({List(one)}).reshape({Shape(shape)}); b = np.array({List(other)}).reshape({Shape(shape)})
            scale = lambda x: (x - x.min()) / (x.max() - x.min())
            print(repr(float(spearmanr(a.ravel(), b.ravel())[0])), repr(float(structural_similarity(scale(a), scale(b), data_range=1.0))))
            """;
        using var python = Process.Start(new ProcessStartInfo(PythonModules.Python, ["-c", script]) { RedirectStandardOutput = true })!;
        var theirs = python.StandardOutput.ReadToEnd().Split().Where(word => word.Length > 0).Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(theirs[0], ours.Rank, 1e-12);
        Assert.Equal(theirs[1], ours.Structure, 1e-9);
    }

    private static Tensor Map(ulong key, long[] shape)
    {
        var random = new RandomStream(key);
        return tensor(Enumerable.Range(0, (int)shape.Aggregate(1L, (count, size) => count * size)).Select(_ => random.Normal()).ToArray()).reshape(shape);
    }

    private static string List(Tensor map) => $"[{string.Join(',', map.data<double>().ToArray().Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}]";

    private static string Shape(long[] shape) => $"({string.Join(',', shape)})";
}
