using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Mixed precision: the state of the current thread. TorchSharp's own API has no place for it.
internal static unsafe partial class Native
{
    [LibraryImport(Bridge)] public static partial int autocast_get(int deviceType, out int enabled, out int dtype);
    [LibraryImport(Bridge)] public static partial int autocast_set(int deviceType, int enabled, int dtype);

    /// <summary>The casts of weights are kept until the outermost block ends, where the depth is 0 again and the cache is cleared.</summary>
    [LibraryImport(Bridge)] public static partial int autocast_nest(int inwards);

    [LibraryImport(Bridge)] public static partial void autocast_clear_cache();
    [LibraryImport(Bridge)] public static partial int autocast_cache_get();
    [LibraryImport(Bridge)] public static partial void autocast_cache_set(int enabled);
}
