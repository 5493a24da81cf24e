namespace Framework.Host.Plugins;

/// <summary>The assemblies whose types host and plugins share: the SDK, the components, and every assembly in their public signatures.</summary>
/// <remarks>Written out rather than worked out, so that nothing is loaded to know them; a test compares them with the signatures.</remarks>
internal static class PluginContract
{
    public const string Sdk = "Framework.Sdk";

    /// <summary>What a plugin is built against and never carries.</summary>
    private static readonly HashSet<string> Core = new(StringComparer.OrdinalIgnoreCase)
    {
        Sdk,
        "Framework.Components",
        "Framework.Torch",
        "TorchSharp",
        "fo-dicom.core",
    };

    /// <summary>What stands in signatures besides: a plugin's packages may bring a copy, and the host's is taken.</summary>
    private static readonly string[] InSignatures =
    [
        // What a component's constructor may ask the host's container for.
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        // What the published tensor and DICOM packages add.
        "CommunityToolkit.HighPerformance",
        "Google.Protobuf",
        "Microsoft.Extensions.Options",
        "SkiaSharp",
    ];

    private static readonly HashSet<string> Shared =
        new(Core.Concat(InSignatures).Where(name => File.Exists(FileOf(name))), StringComparer.OrdinalIgnoreCase);

    /// <summary>The shared assemblies that this host has.</summary>
    public static IEnumerable<string> Assemblies => Shared;

    public static bool Contains(string assembly) => Shared.Contains(assembly);

    public static bool IsNeverCarried(string assembly) => Core.Contains(assembly);

    /// <summary>The host's version of a shared assembly.</summary>
    public static Version HostVersion(string assembly) => PluginManifest.Read(FileOf(assembly)).Version;

    private static string FileOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
}
