using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Framework.Host.Plugins;

/// <summary>What an assembly's metadata says before any of it is loaded.</summary>
internal sealed record PluginManifest(Version Version, IReadOnlyDictionary<string, Version> References)
{
    /// <summary>The version of the SDK it was built against; null where it references none.</summary>
    public Version? SdkVersion => References.GetValueOrDefault(PluginContract.Sdk);

    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public static PluginManifest Read(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        if (!image.HasMetadata)
            throw new BadImageFormatException();
        var metadata = image.GetMetadataReader();
        var references = new Dictionary<string, Version>(StringComparer.OrdinalIgnoreCase);
        foreach (var handle in metadata.AssemblyReferences)
        {
            var reference = metadata.GetAssemblyReference(handle);
            references[metadata.GetString(reference.Name)] = reference.Version;
        }
        return new PluginManifest(metadata.GetAssemblyDefinition().Version, references);
    }
}
