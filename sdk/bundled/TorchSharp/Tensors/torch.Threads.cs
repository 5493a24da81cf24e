using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Threads an operator may use: the processors of this process, or OMP_NUM_THREADS, unless set otherwise.</summary>
    public static int get_num_threads() => Native.threads_get();

    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        Native.Check(Native.threads_set(num));
    }

    /// <summary>Threads for operators that run side by side.</summary>
    public static int get_num_interop_threads() => Native.interop_threads_get();

    /// <summary>Must be called before the first parallel work.</summary>
    public static void set_num_interop_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        Native.Check(Native.interop_threads_set(num));
    }
}
