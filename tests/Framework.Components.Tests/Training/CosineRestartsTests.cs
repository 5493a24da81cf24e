using Framework.Components.Training.Schedules;
using Framework.Sdk;
using Framework.Tests.Shared;
using TorchSharp.Tests.Parity;

namespace Framework.Components.Tests.Training;

public sealed class CosineRestartsTests
{
    private const double Rate = 0.001;

    [SharedDataTheory]
    [InlineData("cosine_annealing_warm_restarts_T0_450_first_700", 450, 1, 0.0)]
    [InlineData("cosine_annealing_warm_restarts_T0_10_Tmult_2_eta_1e-5", 10, 2, 1e-5)]
    public void Factor_EveryEpoch_EqualsPyTorchsWarmRestarts(string name, int epochs, int growth, double floor)
    {
        var expected = OracleFile.Read("optimizers.json").GetProperty("schedules").GetProperty(name).Numbers();
        var schedule = new CosineRestartsSchedule(new CosineRestartsOptions { Epochs = epochs, Growth = growth, Floor = floor / Rate });

        var actual = Enumerable.Range(0, expected.Length).Select(epoch => Rate * schedule.Factor(new ScheduleMoment(epoch * 7L, 7, expected.Length)));

        OracleFile.AssertClose(expected, [.. actual], 1e-9);
    }

    [Fact]
    public void Factor_CyclesOneByOne_EachRunsItsOwnLength()
    {
        // One of the readings of the fistula study: 450 epochs, then 200.
        var schedule = new CosineRestartsSchedule(new CosineRestartsOptions { Epochs = 450, Then = [200] });
        double At(int epoch) => schedule.Factor(new ScheduleMoment(epoch * 3L, 3, 650));

        Assert.Equal([1, 0.5, 1, 0.5], new[] { 0, 225, 450, 550 }.Select(epoch => Math.Round(At(epoch), 9)));
        Assert.InRange(At(449), 0, 1e-4);
        Assert.InRange(At(649), 0, 1e-4);
        Assert.Equal(At(451), At(651), 12); // and on with the last length
    }

    [Fact]
    public void Validate_ACycleOfNoEpoch_IsRefused() =>
        Assert.Contains("at least 1 epoch", Assert.Single(new CosineRestartsOptions { Epochs = 2, Then = [3, 0] }.Validate(new(new()))).ErrorMessage);

    [Fact]
    public void Factor_FirstStepAfterACycle_StartsAgain()
    {
        var schedule = new CosineRestartsSchedule(new CosineRestartsOptions { Epochs = 2, Growth = 2 });

        Assert.Equal([1, 0.5, 1, 0.853553, 0.5, 0.146447, 1], Enumerable.Range(0, 7).Select(epoch => Math.Round(schedule.Factor(new ScheduleMoment(epoch * 3L, 3, 7)), 6)));
    }
}
