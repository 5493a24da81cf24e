using System.Runtime.InteropServices;

namespace Framework.Torch.Interop;

/// <summary>The bridge's C functions that this assembly uses, named as in <c>bundled/TorchSharp/native</c>.</summary>
internal static unsafe partial class Native
{
    private const string Bridge = BridgeLibrary.Name;

    static Native() => BridgeLibrary.Register();

    /// <summary>Throws libtorch's message where a function reported failure.</summary>
    public static void Check(int failed)
    {
        if (failed != 0)
            throw new ExternalException(LastError);
    }

    /// <summary>What the calling thread's last failure was.</summary>
    public static string LastError => Marshal.PtrToStringUTF8(bridge_error()) ?? "";

    [LibraryImport(Bridge)] private static partial IntPtr bridge_error();

    [LibraryImport(Bridge, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int bridge_operator_find(string name, string overload, out IntPtr handle);

    [LibraryImport(Bridge)]
    public static partial int bridge_operator_call(
        IntPtr handle, NativeValue* arguments, int count, NativeValue* results, int capacity, int* produced);

    [LibraryImport(Bridge)] public static partial void bridge_free(IntPtr memory);
    [LibraryImport(Bridge)] public static partial void tensor_free(IntPtr tensor);
}
