namespace TorchSharp;

/// <summary>How many objects of one kind the current thread has created, moved and disposed since the last <see cref="Reset"/>.</summary>
public class LifetimeStatistics
{
    /// <summary>Created where no dispose scope was open.</summary>
    public long CreatedOutsideScopeCount { get; internal set; }

    /// <summary>Created in a dispose scope.</summary>
    public long CreatedInScopeCount { get; internal set; }

    /// <summary>Disposed while owned by no dispose scope.</summary>
    public long DisposedOutsideScopeCount { get; internal set; }

    /// <summary>Disposed while owned by a dispose scope, by it or by hand.</summary>
    public long DisposedInScopeCount { get; internal set; }

    /// <summary>Taken out of their dispose scope and given to none.</summary>
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Given to a dispose scope by hand.</summary>
    public long AttachedToScopeCount { get; internal set; }

    /// <summary>Created less disposed on this thread; objects that change threads or are left to the collector make it inexact.</summary>
    public long ThreadTotalLiveCount =>
        CreatedOutsideScopeCount + CreatedInScopeCount - DisposedOutsideScopeCount - DisposedInScopeCount;

    /// <summary>Sets every counter to 0.</summary>
    public void Reset() => CreatedOutsideScopeCount = CreatedInScopeCount = DisposedOutsideScopeCount = DisposedInScopeCount
        = DetachedFromScopeCount = AttachedToScopeCount = 0;

    public override string ToString() =>
        $"live: {ThreadTotalLiveCount}; created outside/in scope: {CreatedOutsideScopeCount}/{CreatedInScopeCount}; "
        + $"disposed outside/in scope: {DisposedOutsideScopeCount}/{DisposedInScopeCount}; "
        + $"attached: {AttachedToScopeCount}; detached: {DetachedFromScopeCount}";
}
