using Framework.Components.Training.Schedules;

namespace Framework.Components.Tests.Training;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 0.55)]
    [InlineData(20, 0.1)]
    public void Cosine_FromStartToEnd_FallsToItsFloor(long step, double expected) =>
        Assert.Equal(expected, new CosineSchedule(new CosineOptions { Floor = 0.1 }).Factor(At(step)), 1e-12);

    [Theory]
    [InlineData(9, 1)]
    [InlineData(10, 0.5)]
    [InlineData(19, 0.5)]
    public void Step_EveryTwoEpochs_Drops(long step, double expected) =>
        Assert.Equal(expected, new StepSchedule(new StepOptions { Every = 2, Factor = 0.5 }).Factor(At(step)), 1e-12);

    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(3, 1)]
    [InlineData(10, 0.5)]
    public void WarmUp_FirstSteps_RisesThenFollows(long step, double expected)
    {
        var then = new StepSchedule(new StepOptions { Every = 2, Factor = 0.5 });
        Assert.Equal(expected, new WarmUpSchedule(new WarmUpOptions { Steps = 4, Then = then }).Factor(At(step)), 1e-12);
    }

    [Fact]
    public void Constant_Always_IsOne() => Assert.Equal(1, new ConstantSchedule().Factor(At(7)));

    // Four epochs of five steps.
    private static ScheduleMoment At(long step) => new(step, 5, 4);
}
