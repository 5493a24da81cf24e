using TorchSharp.Modules;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Tests.Optimizers;

/// <summary>Learning rates beside PyTorch's, for the schedules of the reference figures that TorchSharp has.</summary>
public sealed class ScheduleParityTests
{
    private static LRScheduler Make(string name, optim.Optimizer optimizer) => name switch
    {
        "step_7_gamma_0.1" => StepLR(optimizer, 7, 0.1),
        "one_cycle_max_0.1_total_40" => OneCycleLR(optimizer, max_lr: 0.1, total_steps: 40),
        "linear_warmup_5_then_cosine_20" => SequentialLR(
            optimizer, [LinearLR(optimizer, 0.1, 1.0, 5), CosineAnnealingLR(optimizer, 20)], [5]),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    [SharedDataTheory]
    [InlineData("step_7_gamma_0.1")]
    [InlineData("one_cycle_max_0.1_total_40")]
    [InlineData("linear_warmup_5_then_cosine_20")]
    public void step_OfASchedule_GivesTheRatesOfPyTorch(string name)
    {
        var expected = OracleFile.Read("optimizers.json").GetProperty("schedules").GetProperty(name).Numbers();
        using var scope = NewDisposeScope();
        using var optimizer = optim.SGD([new Parameter(zeros(1))], 0.001);

        var rates = Rates.Of(Make(name, optimizer), optimizer, expected.Length);

        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], rates[i], 1e-9 * expected[i]);
    }
}
