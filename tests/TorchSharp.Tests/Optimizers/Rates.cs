using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

internal static class Rates
{
    /// <summary>The rates of the first group before each step of a schedule.</summary>
    public static double[] Of(optim.lr_scheduler.LRScheduler schedule, optim.Optimizer optimizer, int count)
    {
        var rates = new double[count];
        for (var i = 0; i < count; i++)
        {
            rates[i] = optimizer.ParamGroups.First().LearningRate;
            schedule.step();
        }
        return rates;
    }
}
