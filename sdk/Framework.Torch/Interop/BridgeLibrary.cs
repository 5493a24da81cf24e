using System.Reflection;
using System.Runtime.InteropServices;

namespace Framework.Torch.Interop;

/// <summary>Finds the bridge to libtorch that the bundled TorchSharp builds; both load one and the same.</summary>
internal static class BridgeLibrary
{
    public const string Name = "torchsharp_bridge";

    public const string FileName = "libtorchsharp_bridge.so";

    // libtorch itself must be there first: TorchSharp's assembly loads it, with its number of threads.
    private static readonly Lazy<IntPtr> Bridge = new(Load);

    /// <summary>Where the bridge is; null where there is none.</summary>
    public static string? File { get; } = Folders().Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(System.IO.File.Exists);

    public static void Register() => NativeLibrary.SetDllImportResolver(typeof(BridgeLibrary).Assembly, Resolve);

    private static IEnumerable<string> Folders() =>
        new[] { typeof(TorchSharp.torch).Assembly, typeof(BridgeLibrary).Assembly }
            .Select(assembly => Path.GetDirectoryName(assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory);

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? search) => name == Name ? Bridge.Value : IntPtr.Zero;

    private static IntPtr Load()
    {
        Engine.Require("this operation");
        _ = TorchSharp.torch.get_num_threads();
        return NativeLibrary.Load(File!);
    }
}
