using System.Reflection;

namespace Framework.Host.Plugins;

/// <summary>The assemblies whose types host and plugins share: the SDK, the components, and every assembly in their public signatures.</summary>
/// <remarks>Written out rather than worked out, so that nothing is loaded to know them; a test compares them with the signatures.</remarks>
internal static class PluginContract
{
    public const string Sdk = "Framework.Sdk";

    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        Sdk,
        "Framework.Components",
        "TorchSharp",
        "fo-dicom.core",
        // What a component's constructor may ask the host's container for.
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        // In the signatures of the published tensor and DICOM packages.
        "CommunityToolkit.HighPerformance",
        "Google.Protobuf",
        "Microsoft.Extensions.Options",
        "SkiaSharp",
    };

    public static IEnumerable<string> Assemblies => Shared;

    public static bool Contains(string assembly) => Shared.Contains(assembly);

    /// <summary>The host's version of a shared assembly; null where this host does not have it.</summary>
    public static Version? HostVersion(string assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        return File.Exists(path) ? AssemblyName.GetAssemblyName(path).Version : null;
    }
}
