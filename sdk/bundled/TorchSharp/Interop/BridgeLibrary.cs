using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Finds and loads the bridge beside this assembly, at the first tensor call and not before.</summary>
internal static class BridgeLibrary
{
    public const string Name = "torchsharp_bridge";

    private const string FileName = "libtorchsharp_bridge.so";

    // The resolver is asked again for every function: what it does must not happen twice, or a number of threads set meanwhile would be lost.
    private static readonly Lazy<IntPtr> Bridge = new(LoadBesideThisAssembly);

    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(BridgeLibrary).Assembly, Resolve);

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? search) => name == Name ? Bridge.Value : IntPtr.Zero;

    private static IntPtr LoadBesideThisAssembly()
    {
        LetBlasSleep();
        var handle = Load(Path.Combine(Path.GetDirectoryName(typeof(BridgeLibrary).Assembly.Location) ?? AppContext.BaseDirectory, FileName));
        SetThreads(handle);
        return handle;
    }

    // OpenBLAS reads this while it is being loaded, and as it comes its idle threads turn for some 30 ms after every product, on the cores that the
    // convolutions' threads then want. 2^16 ticks are some 20 microseconds. .NET's own environment does not reach native code; nor should
    // this reach processes that are started from here.
    private static void LetBlasSleep() => _ = SetEnvironment("OPENBLAS_THREAD_TIMEOUT", "16", overwrite: 0);

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetEnvironment(string name, string value, int overwrite);

    internal static IntPtr Load(string file)
    {
        if (!File.Exists(file))
            throw new DllNotFoundException(
                $"The tensor engine's bridge '{file}' is missing. Build sdk/bundled/TorchSharp again, or copy {FileName} beside the assembly.");
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (DllNotFoundException error)
        {
            throw new DllNotFoundException(
                $"The tensor engine's bridge '{file}' cannot be loaded: {Reason(error)}. Install libtorch "
                + "(apt-get install --no-install-recommends libtorch-dev libopenblas0-pthread) or set LIBTORCH to a libtorch folder, "
                + "then build sdk/bundled/TorchSharp again.");
        }
    }

    // The loader lists every name it tried; the line about the file itself is the one that says why.
    private static string Reason(DllNotFoundException error) =>
        error.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(line => line.Contains(": ", StringComparison.Ordinal) && line.Contains(".so", StringComparison.Ordinal), error.Message)
            .TrimEnd('.');

    // libtorch as Debian builds it starts with one thread whatever the machine.
    private static unsafe void SetThreads(IntPtr handle)
    {
        var set = (delegate* unmanaged<int, int>)NativeLibrary.GetExport(handle, nameof(Native.threads_set));
        _ = set(DefaultThreads(Environment.GetEnvironmentVariable("OMP_NUM_THREADS")));
    }

    internal static int DefaultThreads(string? ompNumThreads) =>
        int.TryParse(ompNumThreads?.Split(',')[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var threads) && threads > 0
            ? threads
            : Environment.ProcessorCount;
}
