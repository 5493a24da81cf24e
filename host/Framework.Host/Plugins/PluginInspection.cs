namespace Framework.Host.Plugins;

/// <summary>Finds what would make a plugin fail later and in other words, from its files alone.</summary>
internal sealed class PluginInspection
{
    private static readonly string Runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private readonly PluginManifest _manifest;
    private readonly ILookup<string, string> _files;

    public PluginInspection(string assembly, PluginManifest manifest)
    {
        _manifest = manifest;
        _files = Directory.EnumerateFiles(Path.GetDirectoryName(assembly)!, "*.dll", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The assemblies that the plugin brings for itself alone.</summary>
    public IEnumerable<string> OwnAssemblies => _files.Select(file => file.Key).Where(name => !PluginContract.Contains(name));

    /// <summary>What is wrong and what would be right; null where nothing is.</summary>
    public string? Problem() => OwnCopy() ?? NewerThanHost() ?? MissingDependency();

    public static string Needs(string assembly, Version? version) =>
        $"it needs '{assembly}'{(version is null ? "" : $" {Short(version)}")}, which is not in its folder. "
        + $"Build the plugin with EnableDynamicLoading, which copies what it references beside it, or put {assembly}.dll there.";

    public static string Short(Version version) => version.ToString(version.Build < 0 ? 2 : 3);

    private string? OwnCopy() =>
        _files.Select(file => file.Key).Where(PluginContract.IsNeverCarried).Order(StringComparer.Ordinal).FirstOrDefault() is { } name
            ? $"it carries its own copy of '{name}', which the host supplies. "
                + "Remove the copy, and let the project import plugins/Directory.Build.targets, which references the SDK without copying it."
            : null;

    private string? NewerThanHost() =>
        _manifest.References
            .Where(reference => PluginContract.Contains(reference.Key))
            .Select(reference => (Name: reference.Key, Wanted: reference.Value, Host: PluginContract.HostVersion(reference.Key)))
            .Where(reference => reference.Host < reference.Wanted)
            .Select(reference => $"it was built against {reference.Name} {Short(reference.Wanted)}; this host has {Short(reference.Host)}. "
                + $"Update the host, or build the plugin against {reference.Name} {Short(reference.Host)}.")
            .FirstOrDefault();

    private string? MissingDependency() =>
        _manifest.References
            .Where(reference => !PluginContract.Contains(reference.Key) && !_files.Contains(reference.Key)
                && !File.Exists(Path.Combine(Runtime, reference.Key + ".dll")))
            .Select(reference => Needs(reference.Key, reference.Value))
            .FirstOrDefault();
}
