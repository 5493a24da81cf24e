using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class GrowingChannelsTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public GrowingChannelsTests() => manual_seed(5);

    public void Dispose() => _scope.Dispose();

    // Each step reads all channels and adds one that depends on them, as a dense block does.
    [Theory]
    [InlineData(new long[] { 1, 2, 4, 5 })]
    [InlineData(new long[] { 1, 3, 4, 5, 6 })]
    public void Append_ThatLaterStepsRead_HasTheValuesAndGradientsOfConcatenation(long[] shape)
    {
        var grown = randn(shape).requires_grad_();
        var concatenated = grown.detach().clone().requires_grad_();
        using var channels = GrowingChannels.TryBegin(grown, shape[1] + 3)!;
        var all = concatenated;
        for (var step = 0; step < 3; step++)
        {
            channels.Append(Step(channels.All));
            all = cat([all, Step(all)], 1);
        }

        Assert.True(all.Equals(channels.All));
        all.square().sum().backward();
        channels.All.square().sum().backward();
        Assert.True(concatenated.grad!.allclose(grown.grad!, rtol: 1e-6));
    }

    [Fact]
    public void Append_InOneMemory_CopiesNothingThatIsThere()
    {
        using var channels = GrowingChannels.TryBegin(rand([1, 2, 3, 3]), 4)!;
        using var before = channels.All.alias();
        channels.Append(rand([1, 2, 3, 3]));

        before[0, 0, 0, 0] = 7f;

        Assert.Equal(7f, channels.All[0, 0, 0, 0].item<float>());
    }

    [Fact]
    public void TryBegin_OfSeveralImagesOrChannelsLast_IsNull()
    {
        Assert.Null(GrowingChannels.TryBegin(rand([2, 3, 4, 4]), 8));
        Assert.Null(GrowingChannels.TryBegin(rand([1, 4, 4, 3]).permute(0, 3, 1, 2), 8));
    }

    [Fact]
    public void Dispose_AfterAllSteps_LeavesNoTensor()
    {
        var first = rand([1, 2, 3, 3]);
        var added = rand([1, 1, 3, 3]);
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using (var channels = GrowingChannels.TryBegin(first, 4)!)
        {
            channels.Append(added);
            channels.Append(added);
        }

        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static Tensor Step(Tensor all) => all.sin().sum(1, keepdim: true);
}
