using System.Reflection;

namespace McMaster.NETCore.Plugins.LibraryModel;

/// <summary>A managed assembly that a plugin depends on, and where it may lie.</summary>
public class ManagedLibrary
{
    private ManagedLibrary(AssemblyName name, string additionalProbingPath, string appLocalPath)
    {
        Name = name;
        AdditionalProbingPath = additionalProbingPath;
        AppLocalPath = appLocalPath;
    }

    /// <summary>The assembly's name.</summary>
    public AssemblyName Name { get; }

    /// <summary>Its path below an additional probing path: <c>package/version/asset</c>.</summary>
    public string AdditionalProbingPath { get; }

    /// <summary>Its path below the plugin's folder.</summary>
    public string AppLocalPath { get; }

    /// <summary>Describes an assembly of a package; assets below <c>lib/</c> lie flat in an application's folder.</summary>
    public static ManagedLibrary CreateFromPackage(string packageId, string packageVersion, string assetPath)
    {
        var local = assetPath.StartsWith("lib/", StringComparison.Ordinal) ? Path.GetFileName(assetPath) : assetPath;
        var name = new AssemblyName(Path.GetFileNameWithoutExtension(assetPath));
        return new ManagedLibrary(name, PackagePath.Of(packageId, packageVersion, assetPath), local);
    }
}
