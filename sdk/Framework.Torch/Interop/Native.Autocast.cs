using System.Runtime.InteropServices;

namespace Framework.Torch.Interop;

// The autocast state belongs to the thread.
internal static unsafe partial class Native
{
    [LibraryImport(Bridge)] public static partial IntPtr torch_version();
    [LibraryImport(Bridge)] public static partial int autocast_get(int deviceType, out int enabled, out int type);
    [LibraryImport(Bridge)] public static partial int autocast_set(int deviceType, int enabled, int type);

    /// <summary>Gives the new depth.</summary>
    [LibraryImport(Bridge)] public static partial int autocast_nest(int inwards);

    [LibraryImport(Bridge)] public static partial void autocast_clear_cache();
}
