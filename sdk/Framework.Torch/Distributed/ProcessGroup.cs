using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Framework.Torch.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Distributed;

/// <summary>Processes that work on tensors together: each calls the same operations in the same order, and waits in each for the others (c10d).</summary>
/// <remarks>One thread at a time, but for <see cref="Abort"/>. Tensors are on the group's device.</remarks>
public sealed class ProcessGroup : IDisposable
{
    /// <summary>How long an operation waits for the others where nobody says otherwise: 30 minutes, as in PyTorch. Between GPUs it bounds the meeting alone.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);

    private const string InterfaceVariable = "GLOO_SOCKET_IFNAME";
    private readonly RendezvousStore _connection;
    private readonly object _gate = new();
    private IntPtr _handle;
    private bool _aborted;

    private ProcessGroup(IntPtr handle, RendezvousStore connection, int rank, int size) => (_handle, _connection, Rank, Size) = (handle, connection, rank, size);

    /// <summary>This process, from 0.</summary>
    public int Rank { get; }

    /// <summary>How many there are.</summary>
    public int Size { get; }

    /// <summary>Waits until all ranks are there, and connects them.</summary>
    /// <param name="store">Where they meet. The group has a connection of its own to it; this one stays free.</param>
    /// <param name="prefix">The group's name in the store, never used before.</param>
    /// <param name="rank">This process, 0 to <paramref name="size"/> - 1.</param>
    /// <param name="size">How many there are.</param>
    /// <param name="device">Where tensors are: Gloo connects CPUs, NCCL GPUs (each rank has one of its own).</param>
    /// <param name="timeout">How long this and, between CPUs, each operation wait for the others. Operations of NCCL wait on the GPU, as long as it takes.</param>
    /// <exception cref="EngineException">Somebody did not come in time, or the bridge has no such back end.</exception>
    public static ProcessGroup Open(RendezvousStore store, string prefix, int rank, int size, Device device, TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, size);
        DistributedEngine.Require(device.type);
        var connection = RendezvousStore.Connect(store.Host, store.Port, timeout);
        var isCuda = device.type == DeviceType.CUDA ? 1 : 0;
        var card = Environment.GetEnvironmentVariable(InterfaceVariable) ?? "";
        if (Native.process_group_open(connection.Handle, prefix, rank, size, isCuda, OwnAddress(store), card, (long)timeout.TotalMilliseconds, out var handle) != 0)
        {
            var reason = Native.LastError;
            connection.Dispose();
            throw new EngineException(string.Create(CultureInfo.InvariantCulture, $"rank {rank} of {size} cannot join the others by the store {store.Address}: {reason}. Look whether all of them run."));
        }

        return new ProcessGroup(handle, connection, rank, size);
    }

    /// <summary>Replaces a tensor by the sum over all ranks, in place.</summary>
    /// <param name="tensor">Of one shape and type on all ranks.</param>
    /// <exception cref="EngineException">Another rank is gone, or did not come in time.</exception>
    public void AllReduce(Tensor tensor) => Check("all-reduce", Native.process_group_sum(Handle, tensor.Handle));

    /// <summary>Replaces a tensor by that of one rank, in place.</summary>
    /// <param name="tensor">Of one shape and type on all ranks.</param>
    /// <param name="root">Whose it is.</param>
    /// <exception cref="EngineException">Another rank is gone, or did not come in time.</exception>
    public void Broadcast(Tensor tensor, int root = 0) => Check("broadcast", Native.process_group_broadcast(Handle, tensor.Handle, root));

    /// <summary>The tensors of all ranks.</summary>
    /// <param name="tensor">(...), of one shape and type on all ranks, on the group's device.</param>
    /// <returns>(rank, ...).</returns>
    /// <exception cref="EngineException">Another rank is gone, or did not come in time.</exception>
    public Tensor AllGather(Tensor tensor)
    {
        using var dense = tensor.contiguous();
        var all = empty([Size, .. tensor.shape], dtype: tensor.dtype, device: tensor.device);
        Check("all-gather", Native.process_group_gather(Handle, dense.Handle, all.Handle));
        return all;
    }

    /// <summary>Waits until all ranks are here.</summary>
    /// <exception cref="EngineException">Another rank is gone, or did not come in time.</exception>
    public void Barrier() => Check("barrier", Native.process_group_barrier(Handle));

    /// <summary>The sum over all ranks as a new tensor, through which gradients flow: those of the sum over ranks of what each makes of it.</summary>
    /// <param name="part">Of one shape and type on all ranks.</param>
    /// <exception cref="EngineException">Another rank is gone, or did not come in time.</exception>
    public Tensor Sum(Tensor part)
    {
        Check("sum", Native.rank_sum(Handle, part.Handle, out var whole));
        return Tensor.UnsafeCreateTensor(whole);
    }

    /// <summary>Breaks the connections, from any thread: operations under way and later ones fail, here and on the other ranks.</summary>
    public void Abort()
    {
        lock (_gate)
        {
            _aborted = true;
            if (_handle != IntPtr.Zero)
                _ = Native.process_group_abort(_handle);
        }
    }

    /// <summary>Whether an error comes from the connections between ranks, and not from a rank's own work.</summary>
    /// <param name="error">What an operation, or a backward pass that reduces gradients, threw.</param>
    public static bool IsLoss(Exception error) => Array.Exists(LossWords, word => error.Message.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            if (_handle == IntPtr.Zero)
                return;
            // Threads of a group that was broken off may wait until its timeout, and freeing it for them: it is left to the end of the process.
            if (!_aborted)
                _ = Native.process_group_free(_handle);
            _handle = IntPtr.Zero;
            _connection.Dispose();
        }
    }

    internal IntPtr Handle => _handle != IntPtr.Zero ? _handle : throw new ObjectDisposedException(nameof(ProcessGroup));

    private static readonly string[] LossWords = ["gloo", "nccl", "connection closed", "connection reset", "connections were closed", "broken pipe"];

    // The address from which this machine reaches the store: what its own name resolves to may be the loopback, which others cannot reach.
    private static string OwnAddress(RendezvousStore store)
    {
        try
        {
            using var socket = new Socket(SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(store.Host, store.Port);
            var address = ((IPEndPoint)socket.LocalEndPoint!).Address;
            return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
        }
        catch (SocketException e)
        {
            throw new EngineException($"this machine has no way to the store {store.Address}: {e.Message}. Set {InterfaceVariable} to the network interface that connects the ranks.", e);
        }
    }

    private void Check(string operation, int failed)
    {
        if (failed != 0)
        {
            throw new EngineException(_aborted
                ? $"the {operation} of rank {Rank} with {Size - 1} others was broken off."
                : $"the {operation} of rank {Rank} with {Size - 1} others failed: {Native.LastError}. A rank is gone, or the network to it.");
        }
    }
}
