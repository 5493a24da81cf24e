using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class ActivationTests : IDisposable
{
    private static readonly double[] Points = [-4, -1.5, -0.3, 0, 0.2, 1, 2.5, 7];
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    public static TheoryData<string> Names => new(Formulas.Keys);

    // Each layer beside its formula.
    private static readonly Dictionary<string, (Func<nn.Module<Tensor, Tensor>> Layer, Func<double, double> Formula)> Formulas = new()
    {
        ["ReLU"] = (() => nn.ReLU(), x => Math.Max(0, x)),
        ["ReLU6"] = (() => nn.ReLU6(), x => Math.Clamp(x, 0, 6)),
        ["LeakyReLU"] = (() => nn.LeakyReLU(0.2), x => x > 0 ? x : 0.2 * x),
        ["PReLU"] = (() => nn.PReLU(1, 0.3, dtype: ScalarType.Float64), x => x > 0 ? x : 0.3 * x),
        ["RReLU"] = (() => Evaluated(nn.RReLU(0.1, 0.3)), x => x > 0 ? x : 0.2 * x),
        ["ELU"] = (() => nn.ELU(1.5), x => x > 0 ? x : 1.5 * (Math.Exp(x) - 1)),
        ["CELU"] = (() => nn.CELU(2), x => Math.Max(0, x) + Math.Min(0, 2 * (Math.Exp(x / 2) - 1))),
        ["SELU"] = (() => nn.SELU(), x => 1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * (Math.Exp(x) - 1))),
        ["SiLU"] = (() => nn.SiLU(), x => x / (1 + Math.Exp(-x))),
        ["GELU tanh"] = (() => nn.GELU(TorchSharp.Modules.GELU.Approximate.tanh),
            x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))),
        ["Mish"] = (() => nn.Mish(), x => x * Math.Tanh(Math.Log(1 + Math.Exp(x)))),
        ["Sigmoid"] = (() => nn.Sigmoid(), x => 1 / (1 + Math.Exp(-x))),
        ["LogSigmoid"] = (() => nn.LogSigmoid(), x => -Math.Log(1 + Math.Exp(-x))),
        ["Tanh"] = (() => nn.Tanh(), Math.Tanh),
        ["Tanhshrink"] = (() => nn.Tanhshrink(), x => x - Math.Tanh(x)),
        ["Softplus"] = (() => nn.Softplus(2), x => Math.Log(1 + Math.Exp(2 * x)) / 2),
        ["Softsign"] = (() => nn.Softsign(), x => x / (1 + Math.Abs(x))),
        ["Hardtanh"] = (() => nn.Hardtanh(-2, 1.5), x => Math.Clamp(x, -2, 1.5)),
        ["Hardswish"] = (() => nn.Hardswish(), x => x * Math.Clamp(x + 3, 0, 6) / 6),
        ["Hardsigmoid"] = (() => nn.Hardsigmoid(), x => Math.Clamp(x + 3, 0, 6) / 6),
        ["Hardshrink"] = (() => nn.Hardshrink(0.25), x => Math.Abs(x) > 0.25 ? x : 0),
        ["Softshrink"] = (() => nn.Softshrink(0.25), x => Math.Abs(x) > 0.25 ? x - 0.25 * Math.Sign(x) : 0),
        ["Threshold"] = (() => nn.Threshold(0.5, -9), x => x > 0.5 ? x : -9),
        ["Identity"] = (() => nn.Identity(), x => x),
    };

    private static nn.Module<Tensor, Tensor> Evaluated(nn.Module<Tensor, Tensor> layer)
    {
        layer.eval();
        return layer;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_AnyActivation_FollowsItsFormula(string name)
    {
        var (create, formula) = Formulas[name];
        using var layer = create();

        Numbers.AssertClose([.. Points.Select(formula)], layer.call(Numbers.Row(Points)), 1e-7);
    }

    [Theory]
    [InlineData(-1, -0.15865525393145707)] // x Phi(x) by tables of the normal distribution
    [InlineData(0, 0)]
    [InlineData(2, 1.9544997361036416)]
    public void Gelu_Exact_IsXTimesTheNormalDistribution(double x, double expected)
    {
        using var layer = nn.GELU();

        Numbers.AssertClose([expected], layer.call(Numbers.Row(x)));
    }

    [Fact]
    public void InPlace_ReLU_OverwritesTheInputAndGivesAHandleOfItsOwn()
    {
        using var layer = nn.ReLU(inplace: true);
        var input = Numbers.Row(-1, 2);

        layer.call(input).Dispose();

        Numbers.AssertClose([0, 2], input);
    }

    [Fact]
    public void Softmaxes_TwoLogits_GiveLogisticProbabilities()
    {
        using var softmax = nn.Softmax(1);
        using var logarithm = nn.LogSoftmax(-1);
        using var softmin = nn.Softmin(1);
        var input = Numbers.Of([1, 2], 1, 3);
        var p = 1 / (1 + Math.Exp(-2));

        Numbers.AssertClose([1 - p, p], softmax.call(input));
        Numbers.AssertClose([Math.Log(1 - p), Math.Log(p)], logarithm.call(input));
        Numbers.AssertClose([p, 1 - p], softmin.call(input));
        Assert.Equal(ScalarType.Float32, nn.functional.softmax(input, 1, ScalarType.Float32).dtype);
    }

    [Fact]
    public void Softmax2d_Image_SumsToOneOverChannels()
    {
        using var layer = nn.Softmax2d();

        Numbers.AssertClose([0.5, 0.5], layer.call(Numbers.Of([1, 2, 1, 1], 4, 4)));
    }

    [Fact]
    public void Glu_Halves_GatesTheFirstByTheSecond()
    {
        using var layer = nn.GLU();

        Numbers.AssertClose([3 / (1 + Math.Exp(-2.0))], layer.call(Numbers.Row(3, 2)));
    }
}
