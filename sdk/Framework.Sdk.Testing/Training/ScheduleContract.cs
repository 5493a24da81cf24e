using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every schedule promises: a factor of 0 or more for each step that depends on nothing but the moment, so that a resume needs no state.</summary>
public abstract class ScheduleContract
{
    private const int Epochs = 12;
    private const int StepsPerEpoch = 5;

    /// <summary>Makes the schedule.</summary>
    protected abstract ISchedule Create();

    /// <summary>Each factor is finite and not below 0, and one of them is above.</summary>
    [Fact]
    public void Factor_EveryStep_IsFiniteAndNotBelowZero()
    {
        var schedule = Create();
        var factors = Moments.Select(schedule.Factor).ToList();
        for (var step = 0; step < factors.Count; step++)
            Assert.True(double.IsFinite(factors[step]) && factors[step] >= 0, $"the factor of step {step} of {factors.Count} is {factors[step]}.");
        Assert.True(factors.Exists(factor => factor > 0), "every factor is 0: nothing would be learnt.");
    }

    /// <summary>Steps can be asked for in any order, from any thread, by any instance.</summary>
    [Fact]
    public void Factor_StepsInAnyOrder_AreTheSame()
    {
        var schedule = Create();
        var expected = Moments.Select(schedule.Factor).ToList();
        Assert.True(
            Moments.Reverse().Select(schedule.Factor).Reverse().SequenceEqual(expected) && Moments.Select(moment => Create().Factor(moment)).SequenceEqual(expected),
            "the factors change with the order in which steps are asked for: a resumed run would learn at other rates. Keep no state; the moment says all.");
        var moments = Moments.ToList();
        Assert.True(EightThreads.Run(moments.Count, at => schedule.Factor(moments[at])).SequenceEqual(expected), "eight threads at once get other factors.");
    }

    private static IEnumerable<ScheduleMoment> Moments => Enumerable.Range(0, Epochs * StepsPerEpoch).Select(step => new ScheduleMoment(step, StepsPerEpoch, Epochs)
    {
        // Gets better for a while, and then no longer.
        Validation = new ScoreHistory([.. Enumerable.Range(0, step / StepsPerEpoch).Select(epoch => Math.Max(1.0 - (0.2 * epoch), 0.4))], HigherIsBetter: false),
    });
}
