namespace McMaster.NETCore.Plugins.LibraryModel;

internal static class PackagePath
{
    /// <summary>Package stores hold packages under their identifier in lower case.</summary>
    public static string Of(string packageId, string packageVersion, string assetPath) =>
        Path.Combine(packageId.ToLowerInvariant(), packageVersion, assetPath);
}
