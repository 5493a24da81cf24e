using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

public sealed class ExponentialMovingAverageTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    // d = min(0.5, (1 + n) / (10 + n)) = 2/11, 3/12, 4/13...
    [Fact]
    public void Update_ByHand_MovesTowardsTheWeights()
    {
        var module = nn.Linear(1, 1, hasBias: false);
        Set(module, 1);
        using var average = new ExponentialMovingAverage(module, 0.5);
        Set(module, 12);
        average.Update();
        Assert.Equal(1 + (9.0 / 11 * 11), Weight(average), 1e-5);
        Set(module, 2);
        average.Update();
        Assert.Equal((0.25 * 10) + (0.75 * 2), Weight(average), 1e-5);
        Assert.Equal(2, average.Updates);
    }

    [Fact]
    public void Update_AfterManySteps_UsesTheDecay()
    {
        var module = nn.Linear(1, 1, hasBias: false);
        Set(module, 0);
        using var average = new ExponentialMovingAverage(module, 0.5) { Updates = 1000 };
        Set(module, 8);
        average.Update();
        average.Update();

        Assert.Equal(6, Weight(average), 1e-6);
    }

    [Fact]
    public void Update_Buffers_AreCopied()
    {
        var module = nn.BatchNorm1d(2);
        using var average = new ExponentialMovingAverage(module, 0.9);
        _ = module.forward(tensor(new[] { 1f, 2, 3, 4 }).reshape(2, 2));
        average.Update();

        Assert.Equal(ForeachTests.Values(module.running_mean!), ForeachTests.Values(average.Averages["running_mean"]));
        Assert.Equal(1, average.Averages["num_batches_tracked"].item<long>());
    }

    [Fact]
    public void Use_UntilDisposed_GivesTheModuleTheAveragesAndThenItsOwnBitsBack()
    {
        var module = nn.Linear(3, 2);
        using var average = new ExponentialMovingAverage(module, 0.9);
        var before = ForeachTests.Values([.. module.parameters()]);
        using (no_grad())
            foreach (var parameter in module.parameters())
                parameter.mul_(1.1);
        var own = ForeachTests.Values([.. module.parameters()]);

        using (average.Use())
            Assert.Equal(before, ForeachTests.Values([.. module.parameters()]));
        Assert.Equal(own, ForeachTests.Values([.. module.parameters()]));

        average.CopyToModule();
        Assert.Equal(before, ForeachTests.Values([.. module.parameters()]));
    }

    [Fact]
    public void UpdateAndUse_AnyNumberOfTimes_LeaveNoTensorBehind()
    {
        var module = nn.Linear(3, 2);
        using var average = new ExponentialMovingAverage(module, 0.9);
        average.Update();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 3; i++)
        {
            average.Update();
            average.Use().Dispose();
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Constructor_DecayOutOfRange_IsRefused(double decay) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialMovingAverage(nn.Linear(1, 1), decay));

    private static void Set(nn.Module module, float value)
    {
        using var quiet = no_grad();
        module.parameters().Single().fill_(value);
    }

    private static double Weight(ExponentialMovingAverage average) => average.Averages["weight"].item<float>();
}
