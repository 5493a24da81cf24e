using TorchSharp.Modules;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

/// <summary>Twenty steps of linear regression beside PyTorch's.</summary>
public sealed class OptimizerParityTests
{
    private static optim.Optimizer Make(string name, Parameter w) => name switch
    {
        "sgd_momentum" => optim.SGD([w], 0.1, momentum: 0.9, nesterov: true, weight_decay: 0.01),
        "adam" => optim.Adam([w], lr: 0.01),
        "adam_amsgrad_wd" => optim.Adam([w], lr: 0.01, weight_decay: 0.1, amsgrad: true),
        "adamw" => optim.AdamW([w], lr: 0.001, weight_decay: 0.1),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    [SharedDataTheory]
    [InlineData("sgd_momentum")]
    [InlineData("adam")]
    [InlineData("adam_amsgrad_wd")]
    [InlineData("adamw")]
    public void step_TwentyTimes_GivesTheLossesAndWeightsOfPyTorch(string name)
    {
        var expected = OracleFile.Read("optimizers.json").GetProperty("optimizers").GetProperty(name);
        using var scope = NewDisposeScope();
        var w = new Parameter(OracleTensors.Input([4, 3]));
        using var optimizer = Make(name, w);

        var losses = Enumerable.Range(0, 20).Select(_ => LinearRegression.Step(optimizer, w)).ToArray();

        AssertEachClose(expected.GetProperty("losses").Numbers(), losses);
        AssertEachClose(expected.GetProperty("final").Numbers(), Array.ConvertAll(LinearRegression.Values(w), value => (double)value));
    }

    private static void AssertEachClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5 * Math.Abs(expected[i]));
    }
}
