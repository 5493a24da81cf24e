using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class DisposeScopeTests
{
    private static LifetimeStatistics Fresh()
    {
        DisposeScopeManager.Statistics.Reset();
        return DisposeScopeManager.Statistics.TensorStatistics;
    }

    [Fact]
    public void Dispose_TensorsMadeInside_Die()
    {
        var statistics = Fresh();
        Tensor inside;
        using (var scope = torch.NewDisposeScope())
        {
            inside = torch.ones(2);
            _ = inside + 1;
            Assert.Equal(2, scope.DisposablesCount);
            Assert.Same(scope, torch.CurrentDisposeScope);
        }

        Assert.True(inside.IsInvalid);
        Assert.Null(torch.CurrentDisposeScope);
        Assert.Equal(2, statistics.CreatedInScopeCount);
        Assert.Equal(2, statistics.DisposedInScopeCount);
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Statistics_OutsideAnyScope_AreCountedApart()
    {
        var statistics = Fresh();

        var tensor = torch.ones(2);
        Assert.Equal(1, statistics.CreatedOutsideScopeCount);
        Assert.Equal(1, statistics.ThreadTotalLiveCount);
        tensor.Dispose();
        tensor.Dispose();

        Assert.Equal(1, statistics.DisposedOutsideScopeCount);
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void MoveToOuter_InnerScopeEnds_LivesOn()
    {
        using var outer = torch.NewDisposeScope();
        Tensor kept;
        using (torch.NewDisposeScope())
            kept = torch.ones(2).MoveToOuterDisposeScope();

        Assert.False(kept.IsInvalid);
        Assert.True(outer.Contains(kept));
    }

    [Fact]
    public void MoveToOuter_OutermostScope_BelongsToNone()
    {
        Tensor kept;
        using (torch.NewDisposeScope())
            kept = torch.ones(2).MoveToOuterDisposeScope();

        Assert.False(kept.IsInvalid);
        kept.Dispose();
    }

    [Fact]
    public void Detach_ScopeEnds_LivesOnAndIsCounted()
    {
        var statistics = Fresh();
        Tensor kept;
        using (torch.NewDisposeScope())
            kept = torch.ones(2).DetachFromDisposeScope();

        Assert.False(kept.IsInvalid);
        Assert.Equal(1, statistics.DetachedFromScopeCount);
        kept.Dispose();
        Assert.Equal(1, statistics.DisposedOutsideScopeCount);
    }

    [Fact]
    public void Attach_TensorOfNoScope_DiesWithIt()
    {
        var tensor = torch.ones(2);
        var statistics = Fresh();
        using (var scope = torch.NewDisposeScope())
            scope.Attach(tensor);

        Assert.True(tensor.IsInvalid);
        Assert.Equal(1, statistics.AttachedToScopeCount);
    }

    [Fact]
    public void DisposeEverythingBut_Kept_StaysInTheScope()
    {
        using var scope = torch.NewDisposeScope();
        var doomed = torch.ones(2);
        var kept = scope.DisposeEverythingBut(torch.ones(3));

        Assert.True(doomed.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Dispose_ByHandInAScope_IsForgottenByIt()
    {
        var statistics = Fresh();
        using var scope = torch.NewDisposeScope();
        torch.ones(2).Dispose();

        Assert.Equal(0, scope.DisposablesCount);
        Assert.Equal(1, statistics.DisposedInScopeCount);
    }

    [Fact]
    public void Dispose_OuterBeforeInner_ClosesBoth()
    {
        var outer = torch.NewDisposeScope();
        _ = torch.NewDisposeScope();
        outer.Dispose();

        Assert.Null(torch.CurrentDisposeScope);
    }

    [Fact]
    public void MoveToOther_TensorOfAnotherScope_FollowsIt()
    {
        using var outer = torch.NewDisposeScope();
        var anchor = torch.ones(1);
        Tensor moved;
        using (torch.NewDisposeScope())
            moved = torch.ones(2).MoveToOtherDisposeScope(anchor);

        Assert.True(outer.Contains(moved));
    }

    [Fact]
    public void WrappedTensorDisposeScope_Expression_LeavesOnlyItsResult()
    {
        var statistics = Fresh();

        using var result = torch.WrappedTensorDisposeScope(() => (torch.ones(2) + 1) * 2);

        Assert.Equal(3, statistics.CreatedInScopeCount);
        Assert.Equal(2, statistics.DisposedInScopeCount);
        Assert.Equal([4, 4], result.Floats());
    }

    [Fact]
    public void Scope_OfOneThread_DoesNotSeeAnothers()
    {
        using var scope = torch.NewDisposeScope();
        Tensor? elsewhere = null;
        var thread = new Thread(() => elsewhere = torch.ones(2));
        thread.Start();
        thread.Join();

        Assert.Equal(0, scope.DisposablesCount);
        elsewhere!.Dispose();
    }

    [Fact]
    public void DecoupleFromNativeHandle_ThenUnsafeCreate_IsTheSameTensor()
    {
        var first = torch.tensor(new[] { 1f, 2f });
        var handle = first.DecoupleFromNativeHandle();

        Assert.True(first.IsInvalid);
        using var second = Tensor.UnsafeCreateTensor(handle);
        Assert.Equal([1, 2], second.Floats());
    }
}
