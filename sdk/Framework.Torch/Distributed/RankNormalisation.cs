using Framework.Torch.Interop;

namespace Framework.Torch.Distributed;

/// <summary>A block in which batch normalisation in training mode takes its statistics over the rows of all ranks, as one process with the whole batch would.</summary>
/// <remarks>
/// In any model, 2-D or 3-D; normalisation in evaluation mode, of instances, groups and layers is as ever. The state is the thread's. All ranks call the same
/// normalisations in the same order; gradients are those of the sum of all ranks' losses.
/// </remarks>
public sealed class RankNormalisation : IDisposable
{
    private readonly int _thread = Environment.CurrentManagedThreadId;

    private RankNormalisation()
    {
    }

    /// <summary>Begins a block; disposing what it gives ends it.</summary>
    /// <param name="group">The ranks; must not be reducing gradients in the same moment.</param>
    /// <param name="rowsCount">False where this rank has no row of its own and goes along with one that must not count.</param>
    /// <exception cref="EngineException">The bridge has no c10d.</exception>
    public static RankNormalisation Begin(ProcessGroup group, bool rowsCount)
    {
        if (Native.rank_norm_set(group.Handle, rowsCount ? 1 : 0) != 0)
            throw new EngineException($"batch normalisation over ranks: {Native.LastError}.");
        return new RankNormalisation();
    }

    /// <summary>Ends the block.</summary>
    /// <exception cref="InvalidOperationException">It began on another thread.</exception>
    public void Dispose()
    {
        if (_thread != Environment.CurrentManagedThreadId)
            throw new InvalidOperationException("A block of normalisation over ranks ends on another thread than it began on. Leave no 'await' inside it.");
        _ = Native.rank_norm_set(IntPtr.Zero, 1);
    }
}
