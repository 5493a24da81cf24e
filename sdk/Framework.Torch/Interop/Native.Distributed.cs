using System.Runtime.InteropServices;

namespace Framework.Torch.Interop;

internal static unsafe partial class Native
{
    /// <summary>Bit 0: Gloo, bit 1: NCCL.</summary>
    [LibraryImport(Bridge)] public static partial int distributed_backends();

    [LibraryImport(Bridge, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int store_open(string host, int serves, long milliseconds, ref int port, out IntPtr store);

    [LibraryImport(Bridge)] public static partial void store_free(IntPtr store);

    [LibraryImport(Bridge, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int store_set(IntPtr store, string key, byte* value, long length);

    /// <summary>The value is null where the key is not there, and goes back with <see cref="bridge_free"/>.</summary>
    [LibraryImport(Bridge, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int store_get(IntPtr store, string key, out IntPtr value, out long length);

    [LibraryImport(Bridge, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int store_add(IntPtr store, string key, long amount, out long sum);

    [LibraryImport(Bridge, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int store_delete(IntPtr store, string key, out int existed);

    [LibraryImport(Bridge, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int process_group_open(
        IntPtr store, string prefix, int rank, int size, int cuda, string address, string @interface, long milliseconds, out IntPtr group);

    [LibraryImport(Bridge)] public static partial int process_group_free(IntPtr group);
    [LibraryImport(Bridge)] public static partial int process_group_abort(IntPtr group);
    [LibraryImport(Bridge)] public static partial int process_group_sum(IntPtr group, IntPtr tensor);
    [LibraryImport(Bridge)] public static partial int process_group_broadcast(IntPtr group, IntPtr tensor, int root);
    [LibraryImport(Bridge)] public static partial int process_group_gather(IntPtr group, IntPtr tensor, IntPtr all);
    [LibraryImport(Bridge)] public static partial int process_group_barrier(IntPtr group);

    [LibraryImport(Bridge)]
    public static partial int reducer_open(IntPtr group, IntPtr* parameters, long count, long firstBytes, long bucketBytes, out IntPtr reducer);

    [LibraryImport(Bridge)] public static partial int reducer_backward(IntPtr reducer, IntPtr loss, int sums);
    [LibraryImport(Bridge)] public static partial int reducer_free(IntPtr reducer);

    /// <summary>The state belongs to the thread.</summary>
    [LibraryImport(Bridge)] public static partial int rank_norm_set(IntPtr group, int rowsCount);

    [LibraryImport(Bridge)] public static partial int rank_sum(IntPtr group, IntPtr part, out IntPtr whole);
}
