using System.Runtime.InteropServices;

namespace Framework.Torch.Interop;

internal static partial class Native
{
    [LibraryImport(Bridge)] public static partial int tensor_memory_counts();
    [LibraryImport(Bridge)] public static partial long tensor_memory_held();
    [LibraryImport(Bridge)] public static partial long tensor_memory_peak();
    [LibraryImport(Bridge)] public static partial void tensor_memory_set_peak(long bytes);
}
