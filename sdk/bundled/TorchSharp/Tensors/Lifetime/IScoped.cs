namespace TorchSharp;

/// <summary>Something native that a dispose scope can own.</summary>
internal interface IScoped : IDisposable
{
    DisposeScope? OwningDisposeScope { get; set; }

    /// <summary>Frees the native object; the scope has counted that already.</summary>
    void ReleaseFromScope();

    /// <summary>The counters of the current thread that this kind of object belongs to.</summary>
    static LifetimeStatistics StatisticsOf(IScoped item, ThreadDisposeScopeStatistics statistics) =>
        item is torch.Tensor ? statistics.TensorStatistics : statistics.PackedSequenceStatistics;
}
