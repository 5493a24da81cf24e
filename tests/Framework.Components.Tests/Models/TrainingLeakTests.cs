using System.Diagnostics;
using Framework.Components.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

/// <summary>Training leaves nothing behind, neither tensors nor memory.</summary>
[Collection(nameof(OneAtATime))]
public sealed class TrainingLeakTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly ResNet _network = new(18, inputChannels: 3, outputs: 2, width: 4);
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _input = rand(8, 3, 32, 32);
    private readonly int _threads = get_num_threads();
    private readonly Tensor _targets = rand(8, 2);

    public TrainingLeakTests()
    {
        _optimizer = optim.Adam(_network.parameters());
        set_num_threads(1); // such small tensors are slower on many threads, on a busy machine by far
    }

    public void Dispose()
    {
        set_num_threads(_threads);
        _optimizer.Dispose();
        _network.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Training_AfterEveryStep_HasTheSameNumberOfLiveTensors()
    {
        Step();
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var step = 1; step <= 10; step++)
        {
            Step();
            Assert.True(live == DisposeScopeManager.Statistics.ThreadTotalLiveCount,
                $"step {step}: {live} live tensors became {DisposeScopeManager.Statistics.ThreadTotalLiveCount}");
        }
    }

    [Fact]
    public void Training_OfManySteps_DoesNotGrowTheProcess()
    {
        Steps(100);
        var before = ResidentBytes();

        Steps(1500);

        // One activation of the first stage, 8 x 4 x 16 x 16 floats, leaked at every step would be 48 MiB.
        var grown = (ResidentBytes() - before) / (1024.0 * 1024);
        Assert.True(grown < 30, $"1500 steps grew the process by {grown:F1} MiB");
    }

    private void Steps(int count)
    {
        for (var i = 0; i < count; i++)
            Step();
    }

    private void Step() => TrainingStep.Run(_network, _optimizer, _input, _targets);

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
