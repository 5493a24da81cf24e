using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class InitTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    private static Tensor Weight() => empty([200, 100, 3], ScalarType.Float64); // fan in 300, fan out 600

    private static double Deviation(Tensor tensor)
    {
        var values = tensor.Values();
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    [Fact]
    public void CalculateFanInAndFanOut_Convolution_CountsTheKernel()
    {
        Assert.Equal((300, 600), nn.init.CalculateFanInAndFanOut(Weight()));
        Assert.StartsWith(
            "Fan in and fan out need a weight of 2 or more dimensions; it is [3].",
            Assert.Throws<ArgumentException>(() => nn.init.CalculateFanInAndFanOut(zeros(3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UniformInits_AllKinds_FillTheirRangeAndNoMore()
    {
        AssertBound(nn.init.xavier_uniform_(Weight(), gain: 2), 2 * Math.Sqrt(6.0 / 900));
        AssertBound(nn.init.glorot_uniform_(Weight()), Math.Sqrt(6.0 / 900));
        AssertBound(nn.init.kaiming_uniform_(Weight()), Math.Sqrt(6.0 / 300));
        AssertBound(nn.init.kaiming_uniform_(Weight(), Math.Sqrt(5)), 1 / Math.Sqrt(300));
        AssertBound(nn.init.kaiming_uniform_(Weight(), mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.Linear),
            Math.Sqrt(3.0 / 600));

        static void AssertBound(Tensor tensor, double bound) => Assert.InRange(tensor.Values().Max(Math.Abs), 0.99 * bound, bound);
    }

    [Fact]
    public void NormalInits_AllKinds_HaveTheirDeviation()
    {
        AssertDeviation(nn.init.xavier_normal_(Weight()), Math.Sqrt(2.0 / 900));
        AssertDeviation(nn.init.kaiming_normal_(Weight(), nonlinearity: nn.init.NonlinearityType.ReLU), Math.Sqrt(2.0 / 300));
        AssertDeviation(nn.init.normal_(Weight(), 5, 0.1), 0.1);

        static void AssertDeviation(Tensor tensor, double expected) =>
            Assert.InRange(Deviation(tensor), 0.98 * expected, 1.02 * expected); // 60,000 draws
    }

    [Fact]
    public void TruncNormal_TwoDeviations_StaysInsideAndIsNormalThere()
    {
        var values = nn.init.trunc_normal_(empty([100_000], ScalarType.Float64), std: 1, a: -1, b: 2).Values();

        Assert.InRange(values.Min(), -1, -0.99);
        Assert.InRange(values.Max(), 1.95, 2);
        var below = (0.5 - 0.15865525393145707) / (0.97724986805182079 - 0.15865525393145707); // P(x < 0 | -1 < x < 2)
        Assert.InRange(values.Count(value => value < 0) / 100_000.0, below - 0.01, below + 0.01);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(5, 3)]
    public void Orthogonal_WideAndTall_HasOrthonormalRowsOrColumns(int rows, int columns)
    {
        var matrix = nn.init.orthogonal_(empty([rows, columns], ScalarType.Float64), gain: 2);

        var product = rows < columns ? matrix.matmul(matrix.t()) : matrix.t().matmul(matrix);

        Numbers.AssertClose([4, 0, 0, 0, 4, 0, 0, 0, 4], product, 1e-12);
    }

    [Fact]
    public void EyeAndDirac_PassThrough_TheirInput()
    {
        Numbers.AssertClose([1, 0, 0, 0, 1, 0], nn.init.eye_(empty([2, 3], ScalarType.Float64)));
        var kernel = nn.init.dirac_(empty([2, 2, 3, 3], ScalarType.Float64));
        var image = Numbers.Scattered([1, 2, 5, 5]);
        Numbers.AssertClose(image.Values(), nn.functional.conv2d(image, kernel, padding: [1, 1]));
    }

    [Fact]
    public void Constants_OnATrainedParameter_LeaveNoGraph()
    {
        var parameter = nn.Parameter(zeros(2));

        nn.init.ones_(parameter);
        Numbers.AssertClose([1, 1], parameter);
        nn.init.constant_(parameter, 3);
        Numbers.AssertClose([3, 3], parameter);
        Assert.True(parameter.is_leaf && parameter.requires_grad);
    }

    [Theory]
    [InlineData(nn.init.NonlinearityType.Conv2D, 0, 1)]
    [InlineData(nn.init.NonlinearityType.Sigmoid, 0, 1)]
    [InlineData(nn.init.NonlinearityType.Tanh, 0, 1.6666666666666667)]
    [InlineData(nn.init.NonlinearityType.ReLU, 0, 1.4142135623730951)]
    [InlineData(nn.init.NonlinearityType.LeakyReLU, 1, 1)]
    public void CalculateGain_Nonlinearity_IsPyTorchs(nn.init.NonlinearityType nonlinearity, double parameter, double expected) =>
        Assert.Equal(expected, nn.init.calculate_gain(nonlinearity, parameter), 1e-12);
}
