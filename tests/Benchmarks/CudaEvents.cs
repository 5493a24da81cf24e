using System.Runtime.InteropServices;

namespace Framework.Benchmarks;

/// <summary>Two moments in the order of the GPU's work on the default stream, and the time between them.</summary>
/// <remarks>The functions are looked up among the libraries that libtorch's CUDA part brought along, so that nothing needs CUDA's headers.</remarks>
internal sealed unsafe class CudaEvents : IDisposable
{
    private readonly IntPtr _library = NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "libtorchsharp_bridge.so"));
    private readonly IntPtr _start;
    private readonly IntPtr _end;

    public CudaEvents()
    {
        IntPtr start, end;
        Check(((delegate* unmanaged<IntPtr*, int>)Function("cudaEventCreate"))(&start));
        Check(((delegate* unmanaged<IntPtr*, int>)Function("cudaEventCreate"))(&end));
        (_start, _end) = (start, end);
    }

    public double Seconds(Action work)
    {
        var record = (delegate* unmanaged<IntPtr, IntPtr, int>)Function("cudaEventRecord");
        Check(record(_start, IntPtr.Zero));
        work();
        Check(record(_end, IntPtr.Zero));
        Check(((delegate* unmanaged<IntPtr, int>)Function("cudaEventSynchronize"))(_end));
        float milliseconds;
        Check(((delegate* unmanaged<float*, IntPtr, IntPtr, int>)Function("cudaEventElapsedTime"))(&milliseconds, _start, _end));
        return milliseconds / 1e3;
    }

    public void Dispose()
    {
        var destroy = (delegate* unmanaged<IntPtr, int>)Function("cudaEventDestroy");
        _ = destroy(_start);
        _ = destroy(_end);
    }

    private IntPtr Function(string name) => NativeLibrary.GetExport(_library, name);

    private static void Check(int error)
    {
        if (error != 0)
            throw new InvalidOperationException($"CUDA's events answer with error {error}.");
    }
}
