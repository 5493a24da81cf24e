using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Framework.Torch.Interop;

namespace Framework.Torch.Distributed;

/// <summary>Values by key that all ranks of a training see: one process serves them over TCP, the others connect (c10d's TCPStore).</summary>
/// <remarks>For small values: addresses, beats, messages. Safe to use from several threads; an operation takes one trip to the process that serves.</remarks>
public sealed class RendezvousStore : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);
    private readonly object _gate = new();
    private IntPtr _handle;

    private RendezvousStore(IntPtr handle, string host, int port) => (_handle, Host, Port) = (handle, host, port);

    /// <summary>By which the others reach the process that serves.</summary>
    public string Host { get; }

    /// <summary>On which it listens.</summary>
    public int Port { get; }

    /// <summary><c>host:port</c>.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    /// <summary>Serves a store until it is disposed; on all of the machine's addresses.</summary>
    /// <param name="host">The name or address by which the others reach this machine.</param>
    /// <param name="port">1 to 65535, or 0 for any free one.</param>
    /// <exception cref="EngineException">The port is taken, or the bridge has no c10d.</exception>
    public static RendezvousStore Serve(string host, int port) => Open(host, port, serves: true, TimeSpan.FromMinutes(5));

    /// <summary>Connects to a store that a process serves, or will serve soon.</summary>
    /// <param name="host">Its name or address.</param>
    /// <param name="port">Its port.</param>
    /// <param name="timeout">How long to try.</param>
    /// <exception cref="EngineException">Nobody answers in that time, or the bridge has no c10d.</exception>
    public static RendezvousStore Connect(string host, int port, TimeSpan timeout) => Open(host, port, serves: false, timeout);

    /// <summary>Connects to <c>host:port</c>.</summary>
    /// <param name="address">As <see cref="Address"/> gives it.</param>
    /// <param name="timeout">How long to try.</param>
    /// <exception cref="EngineException">It is no address, or nobody answers in that time.</exception>
    public static RendezvousStore Connect(string address, TimeSpan timeout)
    {
        var colon = address.LastIndexOf(':');
        return colon > 0 && int.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? Connect(address[..colon], port, timeout)
            : throw new EngineException($"'{address}' is no address of a store. Give host:port.");
    }

    /// <summary>Sets a value; what was there before is gone.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="value">Any bytes.</param>
    /// <exception cref="EngineException">The process that serves is gone.</exception>
    public unsafe void Set(string key, ReadOnlySpan<byte> value)
    {
        lock (_gate)
            fixed (byte* bytes = value)
                Check("set", key, Native.store_set(Handle, key, bytes, value.Length));
    }

    /// <summary>Sets a value to text.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="value">Any text.</param>
    /// <exception cref="EngineException">The process that serves is gone.</exception>
    public void Set(string key, string value) => Set(key, Encoding.UTF8.GetBytes(value));

    /// <summary>The value of a key; null where it is not there.</summary>
    /// <param name="key">Any text.</param>
    /// <exception cref="EngineException">The process that serves is gone.</exception>
    public byte[]? TryGet(string key)
    {
        lock (_gate)
        {
            Check("get", key, Native.store_get(Handle, key, out var value, out var length));
            if (value == IntPtr.Zero)
                return null;
            var bytes = new byte[length];
            Marshal.Copy(value, bytes, 0, bytes.Length);
            Native.bridge_free(value);
            return bytes;
        }
    }

    /// <summary>The text of a key; null where it is not there.</summary>
    /// <param name="key">Any text.</param>
    /// <exception cref="EngineException">The process that serves is gone.</exception>
    public string? TryGetText(string key) => TryGet(key) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>The value of a key as soon as it is there. Other threads use the store meanwhile.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="EngineException">It was not there in that time, or the process that serves is gone.</exception>
    public byte[] Wait(string key, TimeSpan timeout, CancellationToken cancellation = default)
    {
        var start = Stopwatch.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(1);
        while (true)
        {
            if (TryGet(key) is { } value)
                return value;
            if (timeout != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(start) > timeout)
                throw new EngineException($"'{key}' was not in the store {Address} within {timeout.TotalSeconds:0} s: the rank that sets it has not come that far, or is gone.");
            if (cancellation.WaitHandle.WaitOne(pause))
                cancellation.ThrowIfCancellationRequested();
            pause = pause < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Adds to a number, which begins at 0, in one go whoever else adds.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="amount">What is added.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="EngineException">The process that serves is gone.</exception>
    public long Add(string key, long amount)
    {
        lock (_gate)
        {
            Check("add", key, Native.store_add(Handle, key, amount, out var sum));
            return sum;
        }
    }

    /// <summary>Forgets a key.</summary>
    /// <param name="key">Any text.</param>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="EngineException">The process that serves is gone.</exception>
    public bool Delete(string key)
    {
        lock (_gate)
        {
            Check("delete", key, Native.store_delete(Handle, key, out var existed));
            return existed != 0;
        }
    }

    /// <summary>Ends the connection; where this process serves, the store ends for all.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_handle != IntPtr.Zero)
                Native.store_free(_handle);
            _handle = IntPtr.Zero;
        }
    }

    internal IntPtr Handle => _handle != IntPtr.Zero ? _handle : throw new ObjectDisposedException(nameof(RendezvousStore));

    private static RendezvousStore Open(string host, int port, bool serves, TimeSpan timeout)
    {
        if (!DistributedEngine.IsAvailable)
            throw new EngineException(DistributedEngine.Missing(TorchSharp.DeviceType.CPU)!);
        var at = port;
        if (Native.store_open(host, serves ? 1 : 0, (long)timeout.TotalMilliseconds, ref at, out var handle) != 0)
        {
            throw new EngineException(serves
                ? $"no store can be served at {host}:{port}: {Native.LastError}. Choose another port."
                : $"nobody serves a store at {host}:{port}: {Native.LastError}. Look whether rank 0 runs there, and whether a firewall is in between.");
        }

        return new RendezvousStore(handle, host, at);
    }

    private void Check(string what, string key, int failed)
    {
        if (failed != 0)
            throw new EngineException($"the store {Address} cannot {what} '{key}': {Native.LastError}. The process that serves it is gone, or the network to it.");
    }
}
