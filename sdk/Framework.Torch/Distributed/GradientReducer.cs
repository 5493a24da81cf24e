using Framework.Torch.Interop;
using static TorchSharp.torch;

namespace Framework.Torch.Distributed;

/// <summary>Sums gradients over ranks in buckets while the backward pass still runs: libtorch's own reducer, which PyTorch's DistributedDataParallel stands on.</summary>
/// <remarks>
/// <code>
/// using var reducer = new GradientReducer(group, parameters);
/// reducer.Backward(loss); // the gradients of the losses of all ranks together
/// </code>
/// Parameters that no rank's loss reaches have no gradient afterwards, as in one process. As long as it lives, its parameters need gradients.
/// </remarks>
public sealed unsafe class GradientReducer : IDisposable
{
    private const long FirstBytes = 1 << 20;
    private const long BucketBytes = 25 << 20;
    private readonly ProcessGroup _group;
    private IntPtr _handle;

    /// <summary>Sets the buckets up, the first of 1 MB and others of 25 MB, beginning with the last parameters.</summary>
    /// <param name="group">The ranks; not used for anything else while gradients are under way.</param>
    /// <param name="parameters">The same on all ranks, in the same order, with gradients asked for.</param>
    /// <exception cref="EngineException">A parameter asks for no gradient, or another rank is gone.</exception>
    public GradientReducer(ProcessGroup group, IReadOnlyList<Tensor> parameters)
    {
        _group = group;
        var handles = new IntPtr[parameters.Count];
        for (var i = 0; i < handles.Length; i++)
            handles[i] = parameters[i].Handle;
        fixed (IntPtr* first = handles)
            Check(Native.reducer_open(group.Handle, first, handles.Length, FirstBytes, BucketBytes, out _handle));
    }

    /// <summary>Runs backward from a loss.</summary>
    /// <param name="loss">Of this rank's part: losses of all ranks add up to the one whose gradients are wanted.</param>
    /// <param name="sums">False to keep adding to this rank's own gradients, which the next pass that sums takes with it; they are not to be read before.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">What libtorch says of the pass, or of a rank that is gone (<see cref="ProcessGroup.IsLoss"/>).</exception>
    public void Backward(Tensor loss, bool sums = true)
    {
        // libtorch's reducer gives the mean over ranks.
        using var scaled = loss * _group.Size;
        Native.Check(Native.reducer_backward(_handle, scaled.Handle, sums ? 1 : 0));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_handle != IntPtr.Zero)
            _ = Native.reducer_free(_handle);
        _handle = IntPtr.Zero;
    }

    private void Check(int failed)
    {
        if (failed != 0)
            throw new EngineException($"gradients of rank {_group.Rank} cannot be summed with {_group.Size - 1} others: {Native.LastError}.");
    }
}
