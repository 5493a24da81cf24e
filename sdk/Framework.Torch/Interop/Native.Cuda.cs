using System.Runtime.InteropServices;

namespace Framework.Torch.Interop;

internal static unsafe partial class Native
{
    [LibraryImport(Bridge)] public static partial int cuda_memory(int device, long* bytes);
    [LibraryImport(Bridge)] public static partial int cuda_memory_reset_peak(int device);
    [LibraryImport(Bridge)] public static partial int cuda_memory_is_counted();
}
