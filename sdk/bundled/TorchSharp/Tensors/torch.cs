using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>The tensor library: factories and operators, devices, modes, and the nested parts (nn, optim, cuda, ...).</summary>
public static partial class torch
{
    public static Device CPU = new(DeviceType.CPU);

    public static Device META = new(DeviceType.META);

    /// <summary>The CUDA device that is current: cuda:0.</summary>
    public static Device CUDA => new(DeviceType.CUDA);

    public static Device MPS => new(DeviceType.MPS);

    /// <summary>The version of the libtorch in use.</summary>
    public static string __version__ => Marshal.PtrToStringUTF8(Native.torch_version())!;
}
