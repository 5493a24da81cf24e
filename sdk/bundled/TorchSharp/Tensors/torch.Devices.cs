using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static Device defaultDevice = new(DeviceType.CPU);

    /// <summary>A device from its description, such as "cuda:0".</summary>
    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A CUDA device by its index.</summary>
    public static Device device(int index) => new(index);

    /// <summary>Where factories put tensors when they are not told.</summary>
    public static Device get_default_device() => defaultDevice;

    public static void set_default_device(Device device) => defaultDevice = InitializeDevice(device);

    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <summary>The given device, or the default one, once it is known to be there.</summary>
    /// <exception cref="InvalidOperationException">The device is not there.</exception>
    public static Device InitializeDevice(Device? device)
    {
        if (device is null)
            return defaultDevice;
        if (device.type != DeviceType.CPU)
            InitializeDeviceType(device.type);
        return device;
    }

    /// <exception cref="InvalidOperationException">No device of this kind is there.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException(
                $"'{deviceType.ToString().ToLowerInvariant()}' asked for, but this libtorch ({__version__}) sees no such device. "
                + "Use 'cpu', or build against a libtorch that has it (LIBTORCH=<folder>) on a machine with a driver.");
    }

    /// <summary>Whether a device of this kind is there.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => cuda_is_available(),
        _ => false,
    };

    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>False: Apple's devices are not served.</summary>
    public static bool mps_is_available() => false;

    public static ScalarType get_default_dtype() => (ScalarType)Native.default_dtype_get();

    /// <summary>Sets the type that factories give floating-point tensors when they are not told: Float32 at the start.</summary>
    public static void set_default_dtype(ScalarType dtype) => Native.Check(Native.default_dtype_set((int)dtype));

    public static void set_default_tensor_type(Tensor t) => set_default_dtype(t.dtype);
}
