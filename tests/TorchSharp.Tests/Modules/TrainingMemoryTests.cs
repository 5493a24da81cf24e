using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

/// <summary>Runs alone: it counts the process's tensors and memory.</summary>
[CollectionDefinition(nameof(TrainingMemoryTests), DisableParallelization = true)]
[Collection(nameof(TrainingMemoryTests))]
public sealed class TrainingMemoryTests : IDisposable
{
    private readonly TorchSharp.Modules.Sequential _model = nn.Sequential(
        ("conv", nn.Conv2d(3, 16, 3, padding: 1)), ("norm", nn.BatchNorm2d(16)), ("relu", nn.ReLU(inplace: true)),
        ("pool", nn.AdaptiveAvgPool2d(1)), ("flat", nn.Flatten()), ("head", nn.Linear(16, 2)));
    private readonly nn.Module<Tensor, Tensor, Tensor> _loss = nn.BCEWithLogitsLoss();

    public void Dispose()
    {
        _model.Dispose();
        _loss.Dispose();
    }

    [Fact]
    public void TrainingStep_ConvNormRelu_LeavesTheSameNumberOfLiveTensors()
    {
        Step();
        Collect();
        var alive = TensorsAlive();

        for (var step = 0; step < 20; step++)
        {
            Step();
            Assert.Equal(alive, TensorsAlive());
        }
    }

    [Fact]
    public void TrainingStep_WithoutDisposeScope_IsSeenByTheCounters()
    {
        Step();
        Collect();
        var (onThread, all) = TensorsAlive();

        var leaked = zeros(1);

        Assert.Equal((onThread + 1, all + 1), TensorsAlive());
        leaked.Dispose();
    }

    [Fact]
    public void Training500Steps_ConvNormRelu_KeepsResidentMemory()
    {
        for (var step = 0; step < 100; step++)
            Step();
        Collect();
        var before = ResidentMiB();

        for (var step = 0; step < 500; step++)
            Step();

        Collect();
        var grown = ResidentMiB() - before;
        Assert.True(grown < 40, $"500 steps grew the process by {grown:F1} MiB; steps that leaked two activations each would add 62.");
    }

    private void Step()
    {
        using var scope = NewDisposeScope();
        var input = randn([4, 3, 16, 16]); // an activation of the 16 channels takes 64 KiB
        var target = zeros([4, 2]);
        _model.zero_grad();
        _loss.call(_model.call(input), target).backward();
        using var quiet = no_grad();
        foreach (var parameter in _model.parameters())
            parameter.add_(parameter.grad!, alpha: -0.01);
    }

    private static (long OnThread, long All) TensorsAlive() =>
        (DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount, Tensor.TotalCount);

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static double ResidentMiB()
    {
        var pages = File.ReadAllText("/proc/self/statm").Split(' ')[1];
        return long.Parse(pages, System.Globalization.CultureInfo.InvariantCulture) * Environment.SystemPageSize / (1024.0 * 1024);
    }
}
