using Framework.Torch.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>A block in which libtorch computes convolutions and matrix products in 16 bits, and what needs the range or the bits in 32.</summary>
/// <remarks>
/// The weights stay in 32 bits; their 16-bit copies are kept until the outermost block ends. Blocks nest. The state is the thread's: a block ends on
/// the thread that began it. A backward pass needs no block: it computes in the types of the forward pass.
/// <code>
/// using (Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16))
///     output = model.forward(input);
/// </code>
/// </remarks>
public sealed class Autocast : IDisposable
{
    private static readonly Version FirstWithCpuHalf = new(2, 3);
    private readonly DeviceType _device;
    private readonly (int Enabled, int Type) _before;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _ended;

    private Autocast(DeviceType device, ScalarType type, bool enabled)
    {
        _device = device;
        Native.Check(Native.autocast_get((int)device, out _before.Enabled, out _before.Type));
        Native.Check(Native.autocast_set((int)device, enabled ? 1 : 0, (int)type));
        _ = Native.autocast_nest(1);
    }

    /// <summary>Begins a block; disposing what it gives ends it and restores what was before.</summary>
    /// <param name="device">Which device's operators: CPU or CUDA.</param>
    /// <param name="type">BFloat16, or Float16 on CUDA (on the CPU too from libtorch 2.3).</param>
    /// <exception cref="EngineException">The engine has no autocast, or not to this type on this device.</exception>
    public static IDisposable Begin(DeviceType device, ScalarType type)
    {
        Require(device, type);
        return new Autocast(device, type, enabled: true);
    }

    /// <summary>Begins a block in 32 bits, within one of 16: for sums and logarithms that need it. Where there is no bridge, there is nothing to pause.</summary>
    /// <param name="device">Which device's operators: CPU or CUDA.</param>
    public static IDisposable Pause(DeviceType device)
    {
        if (!Engine.IsAvailable)
            return Nothing.Instance;
        return new Autocast(device, device == DeviceType.CPU ? ScalarType.BFloat16 : ScalarType.Float16, enabled: false);
    }

    /// <summary>Refuses early what <see cref="Begin"/> would refuse.</summary>
    /// <param name="device">Which device's operators.</param>
    /// <param name="type">The 16-bit type.</param>
    /// <exception cref="EngineException">The engine has no autocast, or not to this type on this device.</exception>
    public static void Require(DeviceType device, ScalarType type)
    {
        Engine.Require("autocast");
        if (device is not (DeviceType.CPU or DeviceType.CUDA))
            throw new EngineException($"autocast is for the CPU and for CUDA, not for '{device}'. Run on one of these, or in full precision.");
        if (type is not (ScalarType.BFloat16 or ScalarType.Float16))
            throw new EngineException($"autocast goes to BFloat16 or Float16, not to '{type}'. Use one of these, or full precision.");
        if (device == DeviceType.CPU && type == ScalarType.Float16 && Engine.LibtorchVersion < FirstWithCpuHalf)
            throw new EngineException($"libtorch {Engine.LibtorchVersion} has no Float16 autocast on the CPU. Use BFloat16, or full precision.");
    }

    /// <summary>Ends the block.</summary>
    /// <exception cref="InvalidOperationException">It began on another thread.</exception>
    public void Dispose()
    {
        if (_ended)
            return;
        if (_thread != Environment.CurrentManagedThreadId)
            throw new InvalidOperationException("An autocast block ends on another thread than it began on. Leave no 'await' inside it.");
        _ended = true;
        if (Native.autocast_nest(0) == 0)
            Native.autocast_clear_cache();
        Native.Check(Native.autocast_set((int)_device, _before.Enabled, _before.Type));
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}
