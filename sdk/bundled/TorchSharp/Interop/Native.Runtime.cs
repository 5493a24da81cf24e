using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal static unsafe partial class Native
{
    [LibraryImport(Bridge)] public static partial int threads_get();
    [LibraryImport(Bridge)] public static partial int threads_set(int count);
    [LibraryImport(Bridge)] public static partial int interop_threads_get();
    [LibraryImport(Bridge)] public static partial int interop_threads_set(int count);

    /// <summary>Whether the thread normalises over the rows of several processes, of which this one's may be a single one.</summary>
    [LibraryImport(Bridge)] public static partial int rank_norm_is_set();

    [LibraryImport(Bridge)] public static partial int default_dtype_get();
    [LibraryImport(Bridge)] public static partial int default_dtype_set(int dtype);
    [LibraryImport(Bridge)] public static partial int context_get(ContextSwitch which, out int value);
    [LibraryImport(Bridge)] public static partial int context_set(ContextSwitch which, int value);

    [LibraryImport(Bridge), SuppressGCTransition] public static partial int grad_mode_get();
    [LibraryImport(Bridge), SuppressGCTransition] public static partial void grad_mode_set(int enabled);
    [LibraryImport(Bridge), SuppressGCTransition] public static partial int inference_mode_get();
    [LibraryImport(Bridge)] public static partial IntPtr inference_mode_begin(int enabled);
    [LibraryImport(Bridge)] public static partial void inference_mode_end(IntPtr guard);
    [LibraryImport(Bridge)] public static partial int anomaly_mode_get();
    [LibraryImport(Bridge)] public static partial int anomaly_mode_checks_nan();
    [LibraryImport(Bridge)] public static partial void anomaly_mode_set(int enabled, int checkNan);

    [LibraryImport(Bridge)] public static partial int manual_seed(long seed);
    [LibraryImport(Bridge)] public static partial int generator_default(int deviceType, int deviceIndex, out IntPtr generator);
    [LibraryImport(Bridge)] public static partial int generator_new(int deviceType, int deviceIndex, long seed, out IntPtr generator);
    [LibraryImport(Bridge)] public static partial void generator_free(IntPtr generator);
    [LibraryImport(Bridge)] public static partial int generator_get_state(IntPtr generator, out IntPtr state);
    [LibraryImport(Bridge)] public static partial int generator_set_state(IntPtr generator, IntPtr state);
    [LibraryImport(Bridge)] public static partial int generator_set_seed(IntPtr generator, long seed);
    [LibraryImport(Bridge)] public static partial int generator_seed(IntPtr generator, int draw, out long seed);

    [LibraryImport(Bridge)] public static partial int cuda_device_count(out long count);
    [LibraryImport(Bridge)] public static partial int cuda_has_cudnn(out int result);
    [LibraryImport(Bridge)] public static partial int cuda_manual_seed(long seed, int all);
    [LibraryImport(Bridge)] public static partial int cuda_synchronize(long deviceIndex);
}
