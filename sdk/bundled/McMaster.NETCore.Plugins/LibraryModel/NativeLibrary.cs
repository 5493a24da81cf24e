namespace McMaster.NETCore.Plugins.LibraryModel;

/// <summary>A native library that a plugin depends on, and where it may lie.</summary>
public class NativeLibrary
{
    private NativeLibrary(string name, string appLocalPath, string additionalProbingPath)
    {
        Name = name;
        AppLocalPath = appLocalPath;
        AdditionalProbingPath = additionalProbingPath;
    }

    /// <summary>The file's name without extension.</summary>
    public string Name { get; }

    /// <summary>Its path below the plugin's folder.</summary>
    public string AppLocalPath { get; }

    /// <summary>Its path below an additional probing path: <c>package/version/asset</c>.</summary>
    public string AdditionalProbingPath { get; }

    /// <summary>Describes a native library of a package.</summary>
    public static NativeLibrary CreateFromPackage(string packageId, string packageVersion, string assetPath) =>
        new(Path.GetFileNameWithoutExtension(assetPath), assetPath, PackagePath.Of(packageId, packageVersion, assetPath));
}
