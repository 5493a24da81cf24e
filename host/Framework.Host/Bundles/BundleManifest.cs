using Framework.Host.Planning;

namespace Framework.Host.Bundles;

/// <summary>What a bundle holds, and what made it; its <c>manifest.json</c>.</summary>
internal sealed record BundleManifest
{
    /// <summary>The version of the form that this program writes, and the newest that it reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The file's name within the bundle.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The version of this form.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>Hexadecimal SHA-256 over weights, figures and decisions.</summary>
    public required string Model { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Versions of the framework, the tensor library, the runtime and the operating system that the run had.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>The assemblies of the components that the experiment names.</summary>
    public required IReadOnlyList<ComponentBuild> Components { get; init; }

    /// <summary>Every other file.</summary>
    public required IReadOnlyList<BundledFile> Files { get; init; }
}

/// <summary>One file of a bundle.</summary>
/// <param name="Name">Its path within the bundle.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">Hexadecimal SHA-256 of its content.</param>
internal sealed record BundledFile(string Name, long Size, string Sha256);
