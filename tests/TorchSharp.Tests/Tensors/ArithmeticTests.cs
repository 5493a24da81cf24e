using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class ArithmeticTests
{
    private readonly Tensor a = torch.tensor(new[] { 1f, 2f, 3f });
    private readonly Tensor b = torch.tensor(new[] { 4f, 5f, 6f });

    [Fact]
    public void Operators_TwoTensors_WorkElementByElement()
    {
        Assert.Equal([5, 7, 9], (a + b).Floats());
        Assert.Equal([-3, -3, -3], (a - b).Floats());
        Assert.Equal([4, 10, 18], (a * b).Floats());
        Assert.Equal([0.25f, 0.4f, 0.5f], (a / b).Floats());
        Assert.Equal([0, 1, 0], (b % torch.tensor(new[] { 2f, 4f, 3f })).Floats());
        Assert.Equal([-1, -2, -3], (-a).Floats());
    }

    [Fact]
    public void Operators_NumberOnEitherSide_BroadcastsIt()
    {
        Assert.Equal([3, 4, 5], (a + 2).Floats());
        Assert.Equal([3, 4, 5], (2f + a).Floats());
        Assert.Equal([-1, 0, 1], (a - 2.0).Floats());
        Assert.Equal([1, 0, -1], (2 - a).Floats());
        Assert.Equal([2, 4, 6], (2L * a).Floats());
        Assert.Equal([0.5f, 1, 1.5f], (a / 2).Floats());
        Values.Equal([6, 3, 2], 6.0 / a);
        Assert.Equal([1, 0, 1], (a % 2).Floats());
    }

    [Fact]
    public void Operators_RowAndColumn_Broadcast()
    {
        using var column = torch.tensor(new[,] { { 10f }, { 20f } });

        Assert.Equal([11, 12, 13, 21, 22, 23], (column + a).Floats());
    }

    [Fact]
    public void Operators_IntegersByFraction_PromoteAsPythonDoes()
    {
        using var integers = torch.tensor(new[] { 1, 2 });

        Assert.Equal(ScalarType.Int32, (integers + 1).dtype);
        Assert.Equal(ScalarType.Float32, (integers + 0.5).dtype);
        Assert.Equal(ScalarType.Float32, (integers / integers).dtype);
        Assert.Equal(ScalarType.Float64, (integers + torch.tensor(new[] { 0.5, 1 })).dtype);
    }

    [Theory]
    [InlineData(RoundingMode.None, -3.5)]
    [InlineData(RoundingMode.trunc, -3)]
    [InlineData(RoundingMode.floor, -4)]
    public void Div_RoundingMode_RoundsAsNamed(RoundingMode mode, double expected) =>
        Assert.Equal(expected, torch.tensor(-7.0).div(2, mode).item<double>());

    [Fact]
    public void Add_Alpha_ScalesTheOther() => Assert.Equal([9, 12, 15], a.add(b, 2).Floats());

    [Fact]
    public void AddInPlace_ReturnsTheSameObject()
    {
        using var sum = a.clone();

        Assert.Same(sum, sum.add_(b));
        Assert.Equal([5, 7, 9], sum.Floats());
    }

    [Fact]
    public void AddcmulAndAddcdiv_Value_ScalesTheProduct()
    {
        Assert.Equal([9, 22, 39], a.addcmul(a, b, 2).Floats());
        Values.Equal([1.5, 2.8, 4], a.addcdiv(a, b, 2));
    }

    [Fact]
    public void Comparison_Operators_GiveTruthValues()
    {
        Assert.Equal([false, true, true], (a >= 2).Bools());
        Assert.Equal([true, false, false], (a < 2).Bools());
        Assert.Equal([false, true, false], (a == 2).Bools());
        Assert.Equal([true, false, true], (2 != a).Bools());
        Assert.Equal([true, false, false], (2 > a).Bools());
        Assert.Equal([true, true, true], (a <= b).Bools());
        Assert.Equal([false, true, false], ((a > 1) & (a < 3)).Bools());
        Assert.Equal([true, false, true], (~(a == 2)).Bools());
    }

    [Fact]
    public void Equals_OneShapeAndOneValues_IsTrue()
    {
        Assert.True(a.Equals(a.clone()));
        Assert.False(a.Equals(b));
        Assert.False(a.Equals(a.reshape(3, 1)));
        Assert.True(a.allclose(a + 1e-9));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.25)]
    public void Pointwise_OneNumber_MatchesSystemMath(double x)
    {
        using var tensor = torch.tensor(x);

        Assert.Equal(Math.Exp(x), tensor.exp().item<double>(), 14);
        Assert.Equal(Math.Log(x), tensor.log().item<double>(), 14);
        Assert.Equal(Math.Sin(x), tensor.sin().item<double>(), 14);
        Assert.Equal(Math.Atan2(x, 1), tensor.atan2(torch.tensor(1.0)).item<double>(), 14);
        Assert.Equal(Math.Sqrt(x), tensor.sqrt().item<double>(), 14);
        Assert.Equal(Math.Tanh(x), tensor.tanh().item<double>(), 14);
        Assert.Equal(1 / (1 + Math.Exp(-x)), tensor.sigmoid().item<double>(), 14);
        Assert.Equal(Math.Pow(x, 3), tensor.pow(3).item<double>(), 14);
        Assert.Equal(1 / Math.Sqrt(x), tensor.rsqrt().item<double>(), 14);
    }

    [Fact]
    public void Clamp_OneSideOrBoth_Cuts()
    {
        Assert.Equal([2, 2, 3], a.clamp(min: 2).Floats());
        Assert.Equal([1, 2, 2], a.clamp(max: 2).Floats());
        Assert.Equal([2, 2, 2.5f], a.clamp(2, 2.5).Floats());
    }

    [Fact]
    public void Round_Decimals_RoundsHalfToEven() => Values.Equal([0.12, 2, 2], torch.tensor(new[] { 0.125, 1.996, 2.0 }).round(2));

    [Fact]
    public void NanToNum_Infinities_AreReplaced() => Assert.Equal(
        [0, 5, -5], torch.tensor(new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity }).nan_to_num(0, 5, -5).Floats());

    [Fact]
    public void Where_Condition_ChoosesElementByElement() =>
        Assert.Equal([4, 2, 6], torch.where(torch.tensor(new[] { false, true, false }), a, b).Floats());

    [Fact]
    public void Bitwise_Integers_WorkBitByBit()
    {
        using var x = torch.tensor(new[] { 6 });
        using var y = torch.tensor(new[] { 3 });

        Assert.Equal([2], (x & y).Longs());
        Assert.Equal([7], (x | y).Longs());
        Assert.Equal([5], (x ^ y).Longs());
        Assert.Equal([24], x.bitwise_left_shift(torch.tensor(new[] { 2 })).Longs());
    }

    [Fact]
    public void Complex_Multiplication_IsThatOfComplexNumbers()
    {
        using var i = torch.complex(torch.tensor(0.0), torch.tensor(1.0));

        Assert.Equal(new System.Numerics.Complex(-1, 0), (i * i).item<System.Numerics.Complex>());
    }

    [Fact]
    public void InPlace_LeafThatNeedsGradients_IsRefusedInWords()
    {
        using var leaf = torch.ones(2, requires_grad: true);

        var error = Assert.Throws<ExternalException>(() => leaf.add_(1));

        Assert.Equal("a leaf Variable that requires grad is being used in an in-place operation.", error.Message);
    }
}
