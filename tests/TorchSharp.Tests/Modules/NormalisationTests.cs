using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class NormalisationTests : IDisposable
{
    private const double Eps = 1e-5;
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void BatchNorm_OneValueAChannelInTraining_IsRefused()
    {
        using var layer = nn.BatchNorm2d(3);

        Assert.Throws<ArgumentException>(() => layer.call(ones(1, 3, 1, 1)));
        layer.eval();
        Assert.Equal([1, 3, 1, 1], layer.call(ones(1, 3, 1, 1)).shape);
    }

    [Fact]
    public void BatchNorm1d_Training_NormalisesByTheBatchAndUpdatesRunningStatistics()
    {
        using var layer = nn.BatchNorm1d(2).Settled();
        layer.weight = nn.Parameter(Numbers.Row(2, 1));
        layer.bias = nn.Parameter(Numbers.Row(0.5, 0));

        var result = layer.call(Numbers.Of([2, 2], 1, 10, 3, 20));

        double first = 1 / Math.Sqrt(1 + Eps), second = 5 / Math.Sqrt(25 + Eps);
        Numbers.AssertClose([0.5 - 2 * first, -second, 0.5 + 2 * first, second], result);
        Numbers.AssertClose([0.1 * 2, 0.1 * 15], layer.running_mean!);
        Numbers.AssertClose([0.9 + 0.1 * 2, 0.9 + 0.1 * 50], layer.running_var!); // the unbiased variances
        Assert.Equal(1, layer.num_batches_tracked!.ToInt64());
    }

    [Fact]
    public void BatchNorm2d_Evaluation_NormalisesByRunningStatisticsAndKeepsThem()
    {
        using var layer = nn.BatchNorm2d(1, dtype: ScalarType.Float64);
        layer.running_mean = Numbers.Row(3);
        layer.running_var = Numbers.Row(4);
        layer.eval();

        var result = layer.call(Numbers.Of([1, 1, 1, 2], 3, 7));

        Numbers.AssertClose([0, 4 / Math.Sqrt(4 + Eps)], result);
        Numbers.AssertClose([3], layer.running_mean!);
        Assert.Equal(0, layer.num_batches_tracked!.ToInt64());
    }

    [Fact]
    public void BatchNorm3d_EvalThenTrain_ChangesWhichStatisticsCount()
    {
        using var layer = nn.BatchNorm3d(1, dtype: ScalarType.Float64);
        var input = Numbers.Of([1, 1, 1, 1, 2], 10, 20);

        layer.eval();
        var evaluated = layer.call(input).Values();
        layer.train();
        var trained = layer.call(input).Values();

        Numbers.AssertClose([10 / Math.Sqrt(1 + Eps), 20 / Math.Sqrt(1 + Eps)], evaluated);
        Numbers.AssertClose([-5 / Math.Sqrt(25 + Eps), 5 / Math.Sqrt(25 + Eps)], trained);
    }

    [Fact]
    public void BatchNorm1d_WithoutMomentum_AveragesAllBatches()
    {
        using var layer = nn.BatchNorm1d(1, dtype: ScalarType.Float64);
        layer.momentum = null;

        layer.call(Numbers.Of([2, 1], 1, 3)).Dispose();
        layer.call(Numbers.Of([2, 1], 7, 9)).Dispose();
        layer.call(Numbers.Of([2, 1], 4, 6)).Dispose();

        Numbers.AssertClose([(2 + 8 + 5) / 3.0], layer.running_mean!);
        Numbers.AssertClose([2], layer.running_var!);
    }

    [Fact]
    public void BatchNorm1d_WithoutRunningStatistics_NormalisesByTheBatchInEvaluationToo()
    {
        using var layer = nn.BatchNorm1d(1, affine: false, track_running_stats: false);
        layer.eval();

        Assert.Empty(layer.state_dict());
        Numbers.AssertClose([-1 / Math.Sqrt(1 + Eps), 1 / Math.Sqrt(1 + Eps)], layer.call(Numbers.Of([2, 1], 4, 6)));
    }

    [Fact]
    public void BatchNorm1d_ResetRunningStatistics_BeginsAnew()
    {
        using var layer = nn.BatchNorm1d(1, dtype: ScalarType.Float64);
        layer.call(Numbers.Of([2, 1], 1, 3)).Dispose();

        layer.reset_running_stats();

        Numbers.AssertClose([0], layer.running_mean!);
        Numbers.AssertClose([1], layer.running_var!);
        Assert.Equal(0, layer.num_batches_tracked!.ToInt64());
    }

    [Fact]
    public void BatchNorm2d_WrongDimensions_SaysWhatItNeeds()
    {
        using var layer = nn.BatchNorm2d(3);

        var error = Assert.Throws<ArgumentException>(() => layer.call(zeros([2, 3, 4])));

        Assert.Equal("'BatchNorm2d' needs an input of 4 dimensions; it has 3: [2, 3, 4].", error.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void InstanceNorm_OneCaseOrABatch_NormalisesEachChannelOfEachCase(int axes)
    {
        using nn.Module<Tensor, Tensor> layer = axes switch { 1 => nn.InstanceNorm1d(2), 2 => nn.InstanceNorm2d(2), _ => nn.InstanceNorm3d(2) };
        var ones = Enumerable.Repeat(1L, axes - 1);
        var expected = new[] { -1 / Math.Sqrt(1 + Eps), 1 / Math.Sqrt(1 + Eps), -10 / Math.Sqrt(100 + Eps), 10 / Math.Sqrt(100 + Eps) };

        Numbers.AssertClose(expected, layer.call(Numbers.Of([1, 2, .. ones, 2], 1, 3, 10, 30)));
        var single = layer.call(Numbers.Of([2, .. ones, 2], 1, 3, 10, 30));
        Assert.Equal([2, .. ones, 2], single.shape);
        Numbers.AssertClose(expected, single);
    }

    [Fact]
    public void InstanceNorm2d_WrongChannels_SaysWhatItNeeds()
    {
        using var layer = nn.InstanceNorm2d(3);

        var error = Assert.Throws<ArgumentException>(() => layer.call(zeros([1, 2, 4, 4])));

        Assert.Equal("'InstanceNorm2d' needs 3 channels; the input is [1, 2, 4, 4].", error.Message);
    }

    [Fact]
    public void GroupNorm_TwoGroups_NormalisesEachGroupOverItsChannels()
    {
        using var layer = nn.GroupNorm(2, 4, dtype: ScalarType.Float64);

        var result = layer.call(Numbers.Of([1, 4, 1], 1, 3, 10, 30));

        double small = 1 / Math.Sqrt(1 + Eps), large = 10 / Math.Sqrt(100 + Eps);
        Numbers.AssertClose([-small, small, -large, large], result);
    }

    [Fact]
    public void LayerNorm_LastDimension_NormalisesEachRowThenScalesEachElement()
    {
        using var layer = nn.LayerNorm(2, dtype: ScalarType.Float64);
        layer.weight = nn.Parameter(Numbers.Row(1, 3));
        layer.bias = nn.Parameter(Numbers.Row(0, 1));

        var result = layer.call(Numbers.Of([2, 2], 1, 3, 30, 10));

        double small = 1 / Math.Sqrt(1 + Eps), large = 10 / Math.Sqrt(100 + Eps);
        Numbers.AssertClose([-small, 3 * small + 1, large, -3 * large + 1], result);
    }

    [Fact]
    public void LayerNorm_WithoutBias_HasAWeightOnly()
    {
        using var layer = nn.LayerNorm([2, 3], bias: false);

        Assert.Equal(["weight"], layer.state_dict().Keys);
        Assert.Equal([2, 3], layer.weight!.shape);
    }
}
