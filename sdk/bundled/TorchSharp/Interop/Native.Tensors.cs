using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal static unsafe partial class Native
{
    [LibraryImport(Bridge)] public static partial void tensor_free(IntPtr tensor);
    [LibraryImport(Bridge)] public static partial IntPtr tensor_share(IntPtr tensor);

    // These read a field or two and can neither block nor call back.
    [LibraryImport(Bridge), SuppressGCTransition] public static partial int tensor_is_same(IntPtr left, IntPtr right);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial long tensor_dim(IntPtr tensor);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial long tensor_numel(IntPtr tensor);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial int tensor_dtype(IntPtr tensor);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial long tensor_element_size(IntPtr tensor);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial int tensor_device_type(IntPtr tensor);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial int tensor_device_index(IntPtr tensor);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial int tensor_layout(IntPtr tensor);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial void tensor_sizes(IntPtr tensor, long* sizes);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial int tensor_requires_grad(IntPtr tensor);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial int tensor_is_leaf(IntPtr tensor);

    [LibraryImport(Bridge)] public static partial int tensor_strides(IntPtr tensor, long* strides);
    [LibraryImport(Bridge)] public static partial int tensor_storage_offset(IntPtr tensor, out long offset);
    [LibraryImport(Bridge)] public static partial int tensor_data(IntPtr tensor, out IntPtr data);
    [LibraryImport(Bridge)] public static partial int tensor_is_contiguous(IntPtr tensor, int memoryFormat, out int result);
    [LibraryImport(Bridge)] public static partial int tensor_is_pinned(IntPtr tensor, out int result);

    [LibraryImport(Bridge)]
    public static partial int tensor_from_blob(
        IntPtr data, long* sizes, long dimensions, int dtype, delegate* unmanaged<IntPtr, void> release, IntPtr context, out IntPtr result);

    [LibraryImport(Bridge)] public static partial int tensor_index(IntPtr tensor, NativeIndex* indices, long count, out IntPtr result);
    [LibraryImport(Bridge)] public static partial int tensor_index_put(IntPtr tensor, NativeIndex* indices, long count, IntPtr value);
    [LibraryImport(Bridge)] public static partial int tensor_item(IntPtr tensor, out long integer, out double real, out double imaginary);
    [LibraryImport(Bridge, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int tensor_save(IntPtr tensor, string file);

    [LibraryImport(Bridge, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int tensor_load(string file, out IntPtr tensor);

    [LibraryImport(Bridge)] public static partial int tensor_set_requires_grad(IntPtr tensor, int value);
    [LibraryImport(Bridge)] public static partial int tensor_retain_grad(IntPtr tensor);
    [LibraryImport(Bridge)] public static partial int tensor_grad(IntPtr tensor, out IntPtr gradient);
    [LibraryImport(Bridge)] public static partial int tensor_set_grad(IntPtr tensor, IntPtr gradient);
    [LibraryImport(Bridge)] public static partial int tensor_set_data(IntPtr tensor, IntPtr data);

    [LibraryImport(Bridge)]
    public static partial int autograd_backward(
        IntPtr* tensors, long count, IntPtr* gradients, long gradientCount, int retainGraph, int createGraph, IntPtr* inputs, long inputCount);

    [LibraryImport(Bridge)]
    public static partial int autograd_grad(
        IntPtr* outputs, long outputCount, IntPtr* inputs, long inputCount, IntPtr* gradients, long gradientCount,
        int retainGraph, int createGraph, int allowUnused, IntPtr* results);
}
