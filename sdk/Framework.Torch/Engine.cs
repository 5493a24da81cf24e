using System.Globalization;
using System.Runtime.InteropServices;
using Framework.Torch.Interop;

namespace Framework.Torch;

/// <summary>Whether the engine can do what TorchSharp's own API has no place for: autocast, list operators, ROI align.</summary>
/// <remarks>
/// These need the bridge to libtorch. The bundled flavour always has it; the published one has it where it was built against the package's
/// libtorch and lies beside this assembly.
/// </remarks>
public static class Engine
{
    private static readonly Lazy<Version> KnownVersion = new(ReadVersion);

    /// <summary>True where the bridge is there.</summary>
    public static bool IsAvailable => BridgeLibrary.File is not null;

    /// <summary>Major and minor version of the libtorch behind the bridge.</summary>
    /// <exception cref="EngineException">There is no bridge.</exception>
    public static Version LibtorchVersion => KnownVersion.Value;

    /// <summary>Refuses early what would fail in the middle of a run.</summary>
    /// <param name="what">What needs the bridge, for the message: <c>precision: bf16</c>.</param>
    /// <exception cref="EngineException">There is no bridge.</exception>
    public static void Require(string what) => Require(what, IsAvailable);

    internal static void Require(string what, bool isAvailable)
    {
        if (!isAvailable)
            throw new EngineException($"'{what}' needs the bridge to libtorch, {BridgeLibrary.FileName}, which is not beside {typeof(Engine).Assembly.GetName().Name}.dll. Build the bundled flavour (FrameworkPackages=bundled), or leave '{what}' out.");
    }

    private static Version ReadVersion()
    {
        var parts = Marshal.PtrToStringUTF8(Native.torch_version())!.Split('.');
        return new Version(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
