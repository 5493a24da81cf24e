using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class FunctionalTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    private static Tensor Line(params double[] values) => Numbers.Of([1, 1, values.Length], values);

    [Theory]
    [InlineData(InterpolationMode.Nearest, null, new double[] { 1, 1, 3, 3 })]
    [InlineData(InterpolationMode.NearestExact, null, new double[] { 1, 1, 3, 3 })]
    [InlineData(InterpolationMode.Linear, false, new double[] { 1, 1.5, 2.5, 3 })]
    [InlineData(InterpolationMode.Linear, true, new double[] { 1, 5 / 3.0, 7 / 3.0, 3 })]
    public void Interpolate_LineOfTwoToFour_FollowsTheMode(InterpolationMode mode, bool? align, double[] expected)
    {
        Numbers.AssertClose(expected, nn.functional.interpolate(Line(1, 3), size: [4], mode: mode, align_corners: align));
        Numbers.AssertClose(expected, nn.functional.interpolate(Line(1, 3), scale_factor: [2], mode: mode, align_corners: align));
    }

    [Fact]
    public void Interpolate_NearestAndNearestExact_DifferWhereCentresFallBetween()
    {
        var line = Line(0, 1, 2, 3, 4);

        Numbers.AssertClose([0, 1, 3], nn.functional.interpolate(line, size: [3], mode: InterpolationMode.Nearest));
        Numbers.AssertClose([0, 2, 4], nn.functional.interpolate(line, size: [3], mode: InterpolationMode.NearestExact));
    }

    [Fact]
    public void Interpolate_Area_AveragesWhatAnElementCovers()
    {
        Numbers.AssertClose([1.5, 3.5], nn.functional.interpolate(Line(1, 2, 3, 4), size: [2], mode: InterpolationMode.Area));
        Numbers.AssertClose([2.5],
            nn.functional.interpolate(Numbers.Of([1, 1, 2, 2], 1, 2, 3, 4), scale_factor: [0.5], mode: InterpolationMode.Area));
    }

    [Theory]
    [InlineData(InterpolationMode.Bilinear, 2)]
    [InlineData(InterpolationMode.Bicubic, 2)]
    [InlineData(InterpolationMode.Trilinear, 3)]
    public void Interpolate_SmoothModes_KeepAConstantAndReachTheSize(InterpolationMode mode, int axes)
    {
        var input = full([1, 2, .. Enumerable.Repeat(4L, axes)], 7.0, ScalarType.Float64);

        var result = nn.functional.interpolate(input, scale_factor: [1.5], mode: mode);

        Assert.Equal([1, 2, .. Enumerable.Repeat(6L, axes)], result.shape);
        Assert.All(result.Values(), value => Assert.Equal(7, value, 1e-12));
    }

    [Fact]
    public void Interpolate_Bilinear_IsLinearAlongBothAxes() => Numbers.AssertClose(
        [0, 1, 2, 2, 3, 4, 4, 5, 6],
        nn.functional.interpolate(Numbers.Of([1, 1, 2, 2], 0, 2, 4, 6), [3, 3], mode: InterpolationMode.Bilinear, align_corners: true));

    [Fact]
    public void Interpolate_Antialias_WeighsAllElementsWithinTheWidenedTriangle()
    {
        var spike = zeros([1, 1, 8, 8], ScalarType.Float64);
        spike.select(2, 3).select(2, 3).fill_(1);
        // The triangle is 4 elements wide on both sides; element 3 lies 1.5 from the first centre and 2.5 from the second.
        double near = (1 - 1.5 / 4) / 3.5, far = (1 - 2.5 / 4) / 3.5;

        Numbers.AssertClose([0, 0, 0, 0], nn.functional.interpolate(spike, [2, 2], mode: InterpolationMode.Bilinear));
        Numbers.AssertClose(
            [near * near, near * far, far * near, far * far],
            nn.functional.interpolate(spike, [2, 2], mode: InterpolationMode.Bilinear, antialias: true));
    }

    [Fact]
    public void Interpolate_RecomputedFactor_TakesPlacesByTheRoundedSize()
    {
        var line = Line(0, 1, 2, 3, 4);

        var byFactor = nn.functional.interpolate(line, scale_factor: [0.7], mode: InterpolationMode.Linear);
        var bySize = nn.functional.interpolate(line, scale_factor: [0.7], mode: InterpolationMode.Linear, recompute_scale_factor: true);

        Numbers.AssertClose([0.5 / 0.7 - 0.5, 1.5 / 0.7 - 0.5, 2.5 / 0.7 - 0.5], byFactor);
        Numbers.AssertClose([0.5 * 5 / 3 - 0.5, 1.5 * 5 / 3 - 0.5, 2.5 * 5 / 3 - 0.5], bySize);
    }

    [Theory]
    [InlineData(InterpolationMode.Nearest, true, false, "Interpolation Nearest has no align_corners. Leave it out, or use a linear or cubic mode.")]
    [InlineData(InterpolationMode.Bilinear, null, false, "Interpolation Bilinear is for 2 spatial axes; the input has 1.")]
    [InlineData(InterpolationMode.Linear, null, true, "Interpolation Linear has no antialias. Use Bilinear or Bicubic.")]
    public void Interpolate_OptionsThatDoNotFit_AreRefused(InterpolationMode mode, bool? align, bool antialias, string message)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            nn.functional.interpolate(Line(1, 2), [4], mode: mode, align_corners: align, antialias: antialias));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Interpolate_NeitherSizeNorFactor_IsRefused() => Assert.Equal(
        "Interpolation needs either a size or a scale_factor.",
        Assert.Throws<ArgumentException>(() => nn.functional.interpolate(Line(1, 2))).Message);

    [Fact]
    public void Upsample_Layer_ResizesAsTheFunction()
    {
        using var layer = nn.Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bilinear, align_corners: false);
        using var nearest = nn.Upsample(size: [4]);

        Assert.Equal([1, 1, 4, 4], layer.call(Numbers.Of([1, 1, 2, 2], 0, 2, 4, 6)).shape);
        Numbers.AssertClose([1, 1, 3, 3], nearest.call(Line(1, 3)));
    }

    [Fact]
    public void GridSample_IdentityAndShiftedGrids_GiveTheImageAndTheShift()
    {
        var image = Numbers.Of([1, 1, 1, 3], 1, 2, 3);
        var identity = nn.functional.affine_grid(Numbers.Of([1, 2, 3], 1, 0, 0, 0, 1, 0), [1, 1, 1, 3]);
        var shifted = nn.functional.affine_grid(Numbers.Of([1, 2, 3], 1, 0, 2 / 3.0, 0, 1, 0), [1, 1, 1, 3]);

        Numbers.AssertClose([1, 2, 3], nn.functional.grid_sample(image, identity));
        Numbers.AssertClose([2, 3, 0], nn.functional.grid_sample(image, shifted));
        Numbers.AssertClose([2, 3, 3], nn.functional.grid_sample(image, shifted, padding_mode: GridSamplePaddingMode.Border));
        Numbers.AssertClose([2, 3, 3], nn.functional.grid_sample(image, shifted, GridSampleMode.Nearest, GridSamplePaddingMode.Reflection));
    }

    [Fact]
    public void Pad_AllForms_PadTheLastAxisFirst()
    {
        var image = Numbers.Of([1, 2, 2], 1, 2, 3, 4);

        Numbers.AssertClose([9, 1, 2, 9, 3, 4], nn.functional.pad(image, (1, 0), value: 9));
        Numbers.AssertClose([0, 0, 1, 2, 3, 4], nn.functional.pad(image, (0, 0, 1, 0), PaddingModes.Zeros));
        Numbers.AssertClose([0, 1, 2, 0, 0, 3, 4, 0], nn.functional.pad(image, 1));
        Numbers.AssertClose([2, 4], nn.functional.pad(image, new long[] { -1, 0 }));
    }

    [Fact]
    public void PaddingLayers_EachKind_PadWithTheirValues()
    {
        var row = Numbers.Of([1, 1, 3], 1, 2, 3);
        using var constant = nn.ConstantPad1d((1, 2), 7);
        using var reflection = nn.ReflectionPad1d(2);
        using var replication = nn.ReplicationPad1d((2, 0));
        using var zero = nn.ZeroPad2d((0, 0, 1, 0));

        Numbers.AssertClose([7, 1, 2, 3, 7, 7], constant.call(row));
        Numbers.AssertClose([3, 2, 1, 2, 3, 2, 1], reflection.call(row));
        Numbers.AssertClose([1, 1, 1, 2, 3], replication.call(row));
        Numbers.AssertClose([0, 0, 0, 1, 2, 3], zero.call(row));
    }

    [Fact]
    public void OneHot_Indices_PutsAOneAtEach()
    {
        Numbers.AssertClose([0, 0, 1, 1, 0, 0], nn.functional.one_hot(Numbers.Classes(2, 0)));
        Assert.Equal([2, 4], nn.functional.one_hot(Numbers.Classes(2, 0), 4).shape);
    }

    [Fact]
    public void NormalizeAndDistances_HandWorkedVectors_FollowTheirFormulas()
    {
        Numbers.AssertClose([0.6, 0.8, 0, 0], nn.functional.normalize(Numbers.Of([2, 2], 3, 4, 0, 0)));
        Numbers.AssertClose([3 / 7.0, 4 / 7.0], nn.functional.normalize(Numbers.Row(3, 4), p: 1, dim: 0));
        Numbers.AssertClose([0.6], nn.functional.cosine_similarity(Numbers.Of([1, 2], 2, 0), Numbers.Of([1, 2], 3, 4)), 1e-9);
        Numbers.AssertClose([5], nn.functional.pairwise_distance(Numbers.Of([1, 2], 0, 0), Numbers.Of([1, 2], 3, 4), eps: 0));
    }

    [Fact]
    public void Attention_OneQueryTwoKeys_WeighsTheValues()
    {
        var query = Numbers.Of([1, 1, 4], 1, 0, 0, 0);
        var key = Numbers.Of([1, 2, 4], 2, 0, 0, 0, 0, 5, 0, 0);
        var value = Numbers.Of([1, 2, 1], 10, 20);
        var p = 1 / (1 + Math.Exp(-1.0)); // scores 2 / sqrt(4) and 0

        Numbers.AssertClose([10 * p + 20 * (1 - p)], nn.functional.scaled_dot_product_attention(query, key, value));
        var second = tensor([false, true], [1, 1, 2]);
        Numbers.AssertClose([20], nn.functional.scaled_dot_product_attention(query, key, value, second));
        Numbers.AssertClose([15], nn.functional.scaled_dot_product_attention(query, key, value, Numbers.Of([1, 1, 2], -1, 0)));
        Numbers.AssertClose([10], nn.functional.scaled_dot_product_attention(query, key, value, is_casual: true));
    }

    [Fact]
    public void ShapeLayers_Rearrange_AsTheyAreDefined()
    {
        using var flatten = nn.Flatten();
        using var unflatten = nn.Unflatten(1, [2, -1]);
        using var shuffle = nn.PixelShuffle(2);
        using var back = nn.PixelUnshuffle(2);
        using var channels = nn.ChannelShuffle(2);
        var input = Numbers.Of([1, 4, 1, 1], 1, 2, 3, 4);

        Assert.Equal([1, 4], flatten.call(input).shape);
        Assert.Equal([1, 2, 2], unflatten.call(flatten.call(input)).shape);
        Assert.Equal([1, 1, 2, 2], shuffle.call(input).shape);
        Numbers.AssertClose([1, 2, 3, 4], back.call(shuffle.call(input)));
        Numbers.AssertClose([1, 3, 2, 4], channels.call(input));
    }

    [Fact]
    public void Embedding_PaddingIndex_StaysZeroAndUntrained()
    {
        using var layer = nn.Embedding(4, 3, padding_idx: 1, dtype: ScalarType.Float64);

        var result = layer.call(Numbers.Classes(1, 2, 2));
        result.sum().backward();

        Numbers.AssertClose([0, 0, 0, .. layer.weight.Values()[6..9], .. layer.weight.Values()[6..9]], result);
        Numbers.AssertClose([0, 0, 0, 0, 0, 0, 2, 2, 2, 0, 0, 0], layer.weight.grad!);
    }

    [Fact]
    public void EmbeddingFromPretrained_MaxNorm_ScalesLongRowsDown()
    {
        using var layer = nn.Embedding_from_pretrained(Numbers.Of([2, 2], 3, 4, 0.3, 0.4), max_norm: 1);

        Assert.False(layer.weight.requires_grad);
        Numbers.AssertClose([0.6, 0.8, 0.3, 0.4], layer.call(Numbers.Classes(0, 1)), 1e-6);
    }

    [Fact]
    public void Linear_HandWorkedWeights_MultipliesAndAdds()
    {
        using var layer = nn.Linear(nn.Parameter(Numbers.Of([1, 2], 2, 3)), nn.Parameter(Numbers.Row(1)));

        Numbers.AssertClose([2 * 5 + 3 * 7 + 1], layer.call(Numbers.Row(5, 7)));
        Assert.Equal((2, 1), (layer.in_features, layer.out_features));
        Assert.Equal(["weight"], nn.Linear(2, 3, hasBias: false).state_dict().Keys);
    }
}
