using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class PoolingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _square;

    public PoolingTests() => _square = Numbers.Of([1, 1, 4, 4], 1, 2, 3, 4, 8, 7, 6, 5, 9, 10, 11, 12, 16, 15, 14, 13);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void MaxPool2d_WindowOfTwo_GivesMaximaAndTheirPlaces()
    {
        using var layer = nn.MaxPool2d(2);

        var (maxima, places) = layer.forward_with_indices(_square);

        Numbers.AssertClose([8, 6, 16, 14], maxima);
        Numbers.AssertClose([4, 6, 12, 14], places);
        Numbers.AssertClose([8, 6, 16, 14], layer.call(_square));
    }

    [Theory]
    [InlineData(false, new double[] { 8, 12, 16 })]
    [InlineData(true, new double[] { 8, 12, 16, 16 })]
    public void MaxPool1d_CeilMode_CountsAWindowThatIsPartlyInside(bool ceil, double[] expected)
    {
        using var layer = nn.MaxPool1d(3, stride: 4, padding: 1, dilation: 2, ceil_mode: ceil);
        var input = Numbers.Of([1, 1, 14], 1, 8, 2, 8, 1, 12, 3, 12, 1, 16, 4, 16, 0, 15);

        Numbers.AssertClose(expected, layer.call(input));
    }

    [Fact]
    public void MaxPool3d_AllOfEight_GivesTheGreatest()
    {
        using var layer = nn.MaxPool3d((2, 2, 2));

        Numbers.AssertClose([9], layer.call(Numbers.Of([1, 1, 2, 2, 2], 1, 5, 9, 3, 2, 8, 4, 7)));
    }

    [Theory]
    [InlineData(true, new[] { 1 / 3.0, 1, 5 / 3.0, 7 / 3.0, 5 / 3.0 })] // zeros beyond the ends count
    [InlineData(false, new[] { 0.5, 1, 5 / 3.0, 7 / 3.0, 2.5 })]
    public void AvgPool1d_CountIncludePad_SaysWhetherPaddingCounts(bool counts, double[] expected)
    {
        using var layer = nn.AvgPool1d(3, stride: 1, padding: 1, count_include_pad: counts);

        Numbers.AssertClose(expected, layer.call(Numbers.Of([1, 1, 5], 0, 1, 2, 2, 3)));
    }

    [Fact]
    public void AvgPool2d_DivisorOverride_DividesByIt()
    {
        using var plain = nn.AvgPool2d(2);
        using var overridden = nn.AvgPool2d((2, 4), divisor_override: 1);

        Numbers.AssertClose([4.5, 4.5, 12.5, 12.5], plain.call(_square));
        Numbers.AssertClose([36, 100], overridden.call(_square));
    }

    [Fact]
    public void AvgPool3d_AllOfEight_GivesTheMean()
    {
        using var layer = nn.AvgPool3d(2);

        Numbers.AssertClose([4.5], layer.call(Numbers.Of([1, 1, 2, 2, 2], 1, 2, 3, 4, 5, 6, 7, 8)));
    }

    [Fact]
    public void AdaptivePools_SizeThatDoesNotDivide_UseOverlappingWindows()
    {
        var input = Numbers.Of([1, 1, 5], 1, 2, 3, 4, 5);
        using var mean = nn.AdaptiveAvgPool1d(2);
        using var greatest = nn.AdaptiveMaxPool1d(2);

        Numbers.AssertClose([2, 4], mean.call(input));
        Numbers.AssertClose([3, 5], greatest.call(input));
    }

    [Fact]
    public void AdaptiveAvgPool_OneElement_IsTheMeanOverAllAxes()
    {
        using var two = nn.AdaptiveAvgPool2d(1);
        using var three = nn.AdaptiveAvgPool3d((1, 1, 2));

        Numbers.AssertClose([8.5], two.call(_square));
        Numbers.AssertClose([2, 3], three.call(Numbers.Of([1, 1, 1, 2, 2], 1, 2, 3, 4)));
    }

    [Fact]
    public void AdaptiveMaxPool_WithIndices_TellsWhereTheMaximaAre()
    {
        using var two = nn.AdaptiveMaxPool2d([1, 2]);
        using var three = nn.AdaptiveMaxPool3d([1, 1, 1]);

        var (maxima, places) = two.forward_with_indices(_square);

        Numbers.AssertClose([16, 14], maxima);
        Numbers.AssertClose([12, 14], places);
        Numbers.AssertClose([7], three.call(Numbers.Of([1, 1, 1, 2, 2], 1, 7, 3, 4)));
    }
}
