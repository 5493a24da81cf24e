using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What this libtorch can do with CUDA on this machine; without a GPU the answers are no and 0.</summary>
    public static class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static bool is_cudnn_available()
        {
            Native.Check(Native.cuda_has_cudnn(out var result));
            return result != 0;
        }

        public static int device_count()
        {
            Native.Check(Native.cuda_device_count(out var count));
            return (int)count;
        }

        /// <summary>Seeds the current device; nothing where there is none.</summary>
        public static void manual_seed(long seed)
        {
            if (is_available())
                Native.Check(Native.cuda_manual_seed(seed, all: 0));
        }

        /// <summary>Seeds every device; nothing where there is none.</summary>
        public static void manual_seed_all(long seed)
        {
            if (is_available())
                Native.Check(Native.cuda_manual_seed(seed, all: 1));
        }

        /// <summary>Waits for everything queued on a device, by default the current one.</summary>
        /// <exception cref="InvalidOperationException">No CUDA device is there.</exception>
        public static void synchronize(Device? device = null)
        {
            InitializeDeviceType(DeviceType.CUDA);
            Native.Check(Native.cuda_synchronize(device?.index ?? -1));
        }
    }
}
