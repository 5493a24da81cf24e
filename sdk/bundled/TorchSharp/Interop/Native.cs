using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The bridge's C functions (<c>native/*.cpp</c>), named as there.</summary>
internal static unsafe partial class Native
{
    private const string Bridge = BridgeLibrary.Name;

    /// <summary>Throws libtorch's message where a function reported failure.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int failed)
    {
        if (failed != 0)
            Throw();
    }

    /// <summary>libtorch's message about this thread's last failure.</summary>
    public static string LastError() => Marshal.PtrToStringUTF8(bridge_error())!.TrimEnd('.');

    private static void Throw() => throw new ExternalException(Marshal.PtrToStringUTF8(bridge_error()));

    [LibraryImport(Bridge)] private static partial IntPtr bridge_error();
    [LibraryImport(Bridge)] public static partial IntPtr torch_version();

    [LibraryImport(Bridge, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int bridge_operator_find(string name, string overload, out IntPtr handle);

    [LibraryImport(Bridge)]
    public static partial int bridge_operator_call(
        IntPtr handle, NativeValue* arguments, int count, NativeValue* results, int capacity, int* produced);

    [LibraryImport(Bridge)] public static partial void bridge_free(IntPtr memory);
}
