using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Counts of the whole process: no other test may run meanwhile.</summary>
[CollectionDefinition(nameof(LiveTensorTests), DisableParallelization = true)]
public class AloneCollection;

[Collection(nameof(LiveTensorTests))]
public class LiveTensorTests
{
    [Fact]
    public void TotalCount_StepsInScopes_StaysTheSame()
    {
        Collect();
        using var weights = torch.randn(8, 8, requires_grad: true);
        Step(weights);
        var before = Tensor.TotalCount;

        for (var i = 0; i < 20; i++)
        {
            Step(weights);
            Assert.Equal(before, Tensor.TotalCount);
        }
    }

    [Fact]
    public void TotalCount_TensorsLeftBehind_AreFreedByTheCollector()
    {
        Collect();
        var before = Tensor.TotalCount;
        LeaveBehind(50);

        Collect();

        Assert.True(Tensor.TotalCount <= before, $"{Tensor.TotalCount - before} are left");
        Assert.True(Tensor.PeakCount >= before + 50);
    }

    private static void Step(Tensor weights)
    {
        using var scope = torch.NewDisposeScope();
        var loss = (torch.ones(4, 8).matmul(weights).relu() - 1).pow(2).mean();
        loss.backward();
        using (torch.no_grad())
            weights.sub_(weights.grad! * 0.1);
        weights.grad = null;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void LeaveBehind(int count)
    {
        for (var i = 0; i < count; i++)
            _ = torch.ones(1);
    }

    private static void Collect()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
