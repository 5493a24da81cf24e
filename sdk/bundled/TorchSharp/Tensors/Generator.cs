using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers of one device.</summary>
    public class Generator : IDisposable
    {
        /// <param name="seed">Where the stream starts.</param>
        /// <param name="device">CPU by default.</param>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            Native.Check(Native.generator_new((int)this.device.type, this.device.index, (long)seed, out var handle));
            Handle = handle;
        }

        private Generator(IntPtr handle, Device device)
        {
            Handle = handle;
            this.device = device;
        }

        ~Generator() => Dispose(false);

        /// <summary>The CPU generator that operators draw from when they are given none.</summary>
        public static Generator Default => OfDevice(CPU);

        public IntPtr Handle { get; private set; }

        public Device device { get; }

        public Generator manual_seed(long seed)
        {
            Native.Check(Native.generator_set_seed(Handle, seed));
            return this;
        }

        /// <summary>Seeds from the machine's entropy and returns that seed.</summary>
        public long seed()
        {
            Native.Check(Native.generator_seed(Handle, 1, out var seed));
            return seed;
        }

        public long initial_seed()
        {
            Native.Check(Native.generator_seed(Handle, 0, out var seed));
            return seed;
        }

        /// <summary>The state as bytes; opaque, only for <see cref="set_state"/>.</summary>
        public Tensor get_state()
        {
            Native.Check(Native.generator_get_state(Handle, out var state));
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            Native.Check(Native.generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (Handle == 0)
                return;
            Native.generator_free(Handle);
            Handle = 0;
        }

        internal static Generator OfDevice(Device device)
        {
            Native.Check(Native.generator_default((int)device.type, device.index, out var handle));
            return new Generator(handle, device);
        }
    }
}
