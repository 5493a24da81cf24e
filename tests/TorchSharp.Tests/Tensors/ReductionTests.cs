using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class ReductionTests
{
    // 1 2 3
    // 4 5 9
    private readonly Tensor matrix = torch.tensor(new[,] { { 1f, 2f, 3f }, { 4f, 5f, 9f } });

    [Fact]
    public void Sum_AllOneOrSeveralDimensions_AddsThem()
    {
        Assert.Equal(24, matrix.sum().item<float>());
        Assert.Equal([5, 7, 12], matrix.sum(0L).Floats()); // a plain 0 is also an element type, and C# prefers that overload
        Assert.Equal([6, 18], matrix.sum(-1).Floats());
        Assert.Equal([2, 1], matrix.sum(1, keepdim: true).shape);
        Assert.Equal(24, matrix.sum((long[])[0, 1]).item<float>());
        Assert.Equal(24, matrix.sum(0, 1).item<float>());
        Assert.Equal(ScalarType.Float64, matrix.sum(type: ScalarType.Float64).dtype);
    }

    [Fact]
    public void Mean_Dimensions_DividesByTheirSizes()
    {
        Assert.Equal(4, matrix.mean().item<float>());
        Assert.Equal([2.5f, 3.5f, 6], matrix.mean((long[])[0]).Floats());
    }

    [Fact]
    public void StdAndVar_BiasedOrNot_MatchTheirFormulas()
    {
        // row 0: mean 2, squares 1 + 0 + 1
        Assert.Equal(1, matrix[0].var().item<float>());
        Assert.Equal(2 / 3f, matrix[0].var(false).item<float>(), 6);
        Values.Equal([1, Math.Sqrt(7)], matrix.std(1));
        Values.Equal([2 / 3.0, 14 / 3.0], matrix.var(1, unbiased: false));
        var (deviation, mean) = matrix.std_mean((long[])[1]);
        Values.Equal([1, Math.Sqrt(7)], deviation);
        Values.Equal([2, 6], mean);
    }

    [Fact]
    public void MinAndMax_WholeOrDimension_GiveValuesAndPlaces()
    {
        Assert.Equal(9, matrix.max().item<float>());
        Assert.Equal(1, matrix.min().item<float>());
        var (values, indexes) = matrix.max(1);
        Assert.Equal([3, 9], values.Floats());
        Assert.Equal([2, 2], indexes.Longs());
        Assert.Equal(5, matrix.argmax().item<long>());
        Assert.Equal([1, 1, 1], matrix.argmax(0).Longs());
        Assert.Equal([4, 5, 9], matrix.amax(0).Floats());
        Assert.Equal([1, 4], matrix.amin((long[])[1], keepdim: false).Floats());
        var (low, high) = matrix.aminmax();
        Assert.Equal([1, 9], [low.item<float>(), high.item<float>()]);
    }

    [Fact]
    public void Topk_Largest_GivesThemInOrder()
    {
        var (values, indices) = torch.tensor(new[] { 3f, 1f, 2f }).topk(2);

        Assert.Equal([3, 2], values.Floats());
        Assert.Equal([0, 2], indices.Longs());
    }

    [Fact]
    public void Sort_Descending_GivesOrderAndPlaces()
    {
        var (values, indices) = torch.tensor(new[] { 3f, 1f, 2f }).sort(descending: true);

        Assert.Equal([3, 2, 1], values.Floats());
        Assert.Equal([0, 2, 1], indices.Longs());
        Assert.Equal([1, 2, 0], torch.tensor(new[] { 3f, 1f, 2f }).argsort().Longs());
    }

    [Fact]
    public void MedianAndQuantile_EvenCount_TakeTheLowerAndInterpolate()
    {
        using var values = torch.tensor(new[] { 4.0, 1, 2, 3 });

        Assert.Equal(2, values.median().item<double>());
        Values.Equal([1.75], values.quantile(torch.tensor(new[] { 0.25 }), 0));
        Assert.Equal(3, values.kthvalue(3, null).values.item<double>());
    }

    [Fact]
    public void Cumulative_SumAndProduct_RunAlong()
    {
        Assert.Equal([1, 3, 6, 4, 9, 18], matrix.cumsum(1).Floats());
        Assert.Equal([1, 2, 3, 4, 10, 27], matrix.cumprod(0).Floats());
    }

    [Fact]
    public void Norm_OrdersOneTwoAndAlongADimension_MatchTheirFormulas()
    {
        using var sides = torch.tensor(new[,] { { 3.0, 4.0 }, { 6.0, 8.0 } });

        Assert.Equal(Math.Sqrt(125), sides.norm().item<double>(), 12);
        Assert.Equal(21, sides.norm(1f).item<double>(), 12);
        Values.Equal([5, 10], sides.norm(1, false, 2));
    }

    [Fact]
    public void Logsumexp_LargeNumbers_DoesNotOverflow() =>
        Assert.Equal(1000 + Math.Log(2), torch.tensor(new[] { 1000.0, 1000.0 }).logsumexp(0).item<double>(), 10);

    [Fact]
    public void AnyAllAndCounts_TruthValues_Combine()
    {
        var some = matrix > 3;

        Assert.True(some.any().item<bool>());
        Assert.False(some.all().item<bool>());
        Assert.Equal([false, true], some.all(1).Bools());
        Assert.Equal(3, some.count_nonzero().item<long>());
        Assert.Equal([1, 1, 1], some.count_nonzero([0]).Longs());
    }

    [Fact]
    public void Unique_Counts_SortsAndCounts()
    {
        var (values, inverse, counts) = torch.tensor(new[] { 3, 1, 3 }).unique(return_inverse: true, return_counts: true);

        Assert.Equal([1, 3], values.Longs());
        Assert.Equal([1, 0, 1], inverse.Longs());
        Assert.Equal([1, 2], counts.Longs());
    }

    [Fact]
    public void BincountAndHistograms_SmallData_CountByHand()
    {
        Assert.Equal([1, 0, 2], torch.bincount(torch.tensor(new[] { 0L, 2, 2 })).Longs());
        var (counts, edges) = torch.histogram(torch.tensor(new[] { 0.0, 1, 1, 2 }), 2, (0, 2));
        Values.Equal([1, 3], counts);
        Values.Equal([0, 1, 2], edges);
    }

    [Fact]
    public void Nan_Variants_LeaveThemOut()
    {
        using var values = torch.tensor(new[] { 1f, float.NaN, 3f });

        Assert.Equal(4, values.nansum().item<float>());
        Assert.Equal(2, values.nanmean().item<float>());
        Assert.True(float.IsNaN(values.sum().item<float>()));
    }

    [Fact]
    public void Softmax_TwoNumbers_MatchesItsFormula()
    {
        using var logits = torch.tensor(new[] { 0.0, Math.Log(3) });

        Values.Equal([0.25, 0.75], logits.softmax(0));
        Values.Equal([Math.Log(0.25), Math.Log(0.75)], logits.log_softmax(0));
    }
}
