using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;
using Cyclic = TorchSharp.torch.optim.lr_scheduler.impl.CyclicLR;

namespace TorchSharp.Tests.Optimizers;

public sealed class ScheduleTests : IDisposable
{
    private const double Base = 0.8;
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly SGD _optimizer = optim.SGD([new Parameter(zeros(1))], Base, momentum: 0.5);

    public void Dispose()
    {
        _optimizer.Dispose();
        _scope.Dispose();
    }

    public static TheoryData<string, Func<optim.Optimizer, LRScheduler>, double[]> ClosedForms => new()
    {
        { "MultiStepLR", o => MultiStepLR(o, [2, 4], 0.5), [0.8, 0.8, 0.4, 0.4, 0.2, 0.2] },
        { "ExponentialLR", o => ExponentialLR(o, 0.5), [0.8, 0.4, 0.2, 0.1] },
        { "ConstantLR", o => ConstantLR(o, 0.25, 3), [0.2, 0.2, 0.2, 0.8, 0.8] },
        { "LinearLR", o => LinearLR(o, 0.5, 1, 4), [0.4, 0.5, 0.6, 0.7, 0.8, 0.8] },
        { "PolynomialLR", o => PolynomialLR(o, 4, 2), [0.8, 0.45, 0.2, 0.05, 0, 0] },
        { "CosineAnnealingLR", o => CosineAnnealingLR(o, 2, 0.2), [0.8, 0.5, 0.2, 0.5, 0.8, 0.5] },
        { "LambdaLR", o => LambdaLR(o, epoch => 1.0 / (1 + epoch)), [0.8, 0.4, 0.8 / 3, 0.2] },
        { "MultiplicativeLR", o => MultiplicativeLR(o, epoch => epoch / 2.0), [0.8, 0.4, 0.4, 0.6, 1.2] },
        { "ChainedLR", o => ChainedLR([ExponentialLR(o, 0.5), StepLR(o, 2, 0.1)]), [0.8, 0.4, 0.02, 0.01, 0.0005] },
        { "CyclicLR triangular", o => CyclicLR(o, 0.1, 0.5, 2, 4), [0.1, 0.3, 0.5, 0.4, 0.3, 0.2, 0.1, 0.3] },
        { "CyclicLR triangular2", o => CyclicLR(o, 0.1, 0.5, 1, mode: Cyclic.Mode.Triangular2), [0.1, 0.5, 0.1, 0.3, 0.1, 0.2] },
        { "CyclicLR exp range", o => CyclicLR(o, 0, 0.8, 1, mode: Cyclic.Mode.ExpRange, gamma: 0.5), [0, 0.4, 0, 0.1, 0] },
        { "SequentialLR", o => SequentialLR(o, [ConstantLR(o, 0.5, 9), ExponentialLR(o, 0.5)], [2]), [0.4, 0.4, 0.8, 0.4, 0.2] },
        { "OneCycleLR three phases", o => OneCycleLR(o, 1, 10, pct_start: 0.3, div_factor: 5, final_div_factor: 2, three_phase: true,
            anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear), [0.2, 0.6, 1, 0.6, 0.2, 0.18, 0.16, 0.14, 0.12, 0.1] },
    };

    [Theory]
    [MemberData(nameof(ClosedForms))]
    public void step_OfASchedule_FollowsItsClosedForm(string name, Func<optim.Optimizer, LRScheduler> make, double[] expected)
    {
        var rates = Rates.Of(make(_optimizer), _optimizer, expected.Length);

        Assert.All(expected.Zip(rates), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 1e-12, $"{name}: {string.Join(", ", rates)}"));
    }

    [Fact]
    public void step_ToAnEpoch_GivesTheRateOfThatEpoch()
    {
        var schedule = CosineAnnealingLR(_optimizer, 4);

        schedule.step(2);

        Assert.Equal([Base / 2], schedule.get_last_lr(), (left, right) => Math.Abs(left - right) < 1e-12);
    }

    [Fact]
    public void step_OfOneCycle_MovesTheMomentumAgainstTheRate()
    {
        var schedule = OneCycleLR(_optimizer, 1, 10, pct_start: 0.5, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear);
        var momenta = new List<double> { _optimizer.Momentum };
        for (var i = 0; i < 9; i++)
        {
            schedule.step();
            momenta.Add(_optimizer.Momentum);
        }

        Assert.Equal(0.95, momenta[0], 1e-12);
        Assert.Equal(0.85, momenta[4], 1e-12);
        Assert.Equal(0.95, momenta[9], 1e-12);
    }

    [Fact]
    public void step_OfOneCycleBeyondItsEnd_SaysHowManyStepsItHas()
    {
        var schedule = OneCycleLR(_optimizer, 1, 2);
        schedule.step();
        schedule.step();

        var error = Assert.Throws<InvalidOperationException>(schedule.step);

        Assert.Equal("Step 3 of a cycle of 2 steps. Make total_steps larger, or stop.", error.Message);
    }

    [Fact]
    public void step_OfPlateau_ReducesAfterThePatienceAndWaitsOutTheCooldown()
    {
        var schedule = ReduceLROnPlateau(_optimizer, factor: 0.5, patience: 1, cooldown: 1, min_lr: [0.3]);
        var rates = new List<double>();
        foreach (var metric in new[] { 1.0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9 })
        {
            schedule.step(metric);
            rates.Add(schedule.get_last_lr().Single());
        }

        Assert.Equal([0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.3], rates);
    }

    [Fact]
    public void step_OfPlateauWithoutMetric_AsksForIt()
    {
        var error = Assert.Throws<InvalidOperationException>(ReduceLROnPlateau(_optimizer).step);

        Assert.Equal("ReduceLROnPlateau needs the metric: call step(current).", error.Message);
    }

    [Fact]
    public void CyclicLR_OfAnOptimizerWithoutMomentum_SaysToSwitchTheCycleOff()
    {
        using var optimizer = new Plain();

        var error = Assert.Throws<ArgumentException>(() => CyclicLR(optimizer, 0.1, 0.2));

        Assert.Equal("Plain has no momentum to cycle. Set cycle_momentum to false.", error.Message);
    }

    private sealed class Plain : OptimizerHelper
    {
        public Plain() => _parameter_groups.Add(new ParamGroup { Options = new OptimizerOptions { LearningRate = 1 } });
    }
}
