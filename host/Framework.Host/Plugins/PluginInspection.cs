namespace Framework.Host.Plugins;

/// <summary>Finds what would make a plugin fail later and in other words, from its files alone.</summary>
internal sealed class PluginInspection
{
    private static readonly string Runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private readonly PluginManifest _manifest;
    private readonly HashSet<string> _files;

    public PluginInspection(string assembly, PluginManifest manifest)
    {
        _manifest = manifest;
        _files = Directory.EnumerateFiles(Path.GetDirectoryName(assembly)!, "*.dll", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The assemblies that the plugin brings for itself alone.</summary>
    public IEnumerable<string> OwnAssemblies => _files.Where(name => !PluginContract.Contains(name));

    /// <summary>What is wrong and what would be right; null where nothing is.</summary>
    public string? Problem() => OwnCopy() ?? OtherMajor() ?? NewerThanHost() ?? MissingDependency();

    public static string Needs(string assembly, Version? version) =>
        $"it needs '{assembly}'{(version is null ? "" : $" {Short(version)}")}, which is not in its folder. "
        + $"Build the plugin with EnableDynamicLoading, which copies what it references beside it, or put {assembly}.dll there.";

    public static string Short(Version version) => version.ToString(version.Build < 0 ? 2 : 3);

    private string? OwnCopy() =>
        _files.Where(PluginContract.IsNeverCarried).Order(StringComparer.Ordinal).FirstOrDefault() is { } name
            ? $"it carries its own copy of '{name}', which the host supplies. "
                + "Remove the copy, and let the project import plugins/Directory.Build.targets, which references the SDK without copying it."
            : null;

    // A minor version only adds: a plugin that lags finds all that it was built against. Another major one has another contract.
    private string? OtherMajor() =>
        _manifest.SdkVersion is { } wanted && PluginContract.HostVersion(PluginContract.Sdk) is var host && host.Major != wanted.Major
            ? $"it was built against {PluginContract.Sdk} {Short(wanted)}; this host has {Short(host)}, and plugins of another major version than {host.Major} are not loaded. "
                + $"Build the plugin against {PluginContract.Sdk} {host.Major}.{host.Minor}, or use a host of version {wanted.Major}."
            : null;

    // Plain loops here: a query over tuples would be compiled at every start, for longer than it runs.
    private string? NewerThanHost()
    {
        foreach (var (name, wanted) in _manifest.References)
            if (PluginContract.Contains(name) && PluginContract.HostVersion(name) is var host && host < wanted)
                return $"it was built against {name} {Short(wanted)}; this host has {Short(host)}. "
                    + $"Update the host, or build the plugin against {name} {Short(host)}.";
        return null;
    }

    private string? MissingDependency()
    {
        foreach (var (name, version) in _manifest.References)
            if (!PluginContract.Contains(name) && !_files.Contains(name) && !File.Exists(Path.Combine(Runtime, name + ".dll")))
                return Needs(name, version);
        return null;
    }
}
