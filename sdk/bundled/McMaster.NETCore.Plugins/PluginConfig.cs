using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins;

/// <summary>How a <see cref="PluginLoader"/> loads one plugin.</summary>
public class PluginConfig
{
    private bool _isUnloadable;

    /// <summary>Describes a plugin by the absolute path of its main assembly (a file, never a folder).</summary>
    /// <exception cref="ArgumentException">The path is empty or relative.</exception>
    public PluginConfig(string mainAssemblyPath)
    {
        MainAssemblyPath = AssemblyPath.Require(mainAssemblyPath, nameof(mainAssemblyPath));
    }

    /// <summary>Absolute path of the plugin's main assembly.</summary>
    public string MainAssemblyPath { get; }

    /// <summary>Assemblies that the plugin loads from its own folder, whatever else is shared.</summary>
    public ICollection<AssemblyName> PrivateAssemblies { get; protected set; } = [];

    /// <summary>Assemblies whose types the plugin shares with <see cref="DefaultContext"/>; what they reference is shared with them.</summary>
    public ICollection<AssemblyName> SharedAssemblies { get; protected set; } = [];

    /// <summary>Take every assembly that <see cref="DefaultContext"/> can supply from there. Default: false.</summary>
    public bool PreferSharedTypes { get; set; }

    /// <summary>
    /// Follow the references of <see cref="SharedAssemblies"/> when an assembly is used (true), or all of them at once when the
    /// plugin is created (false, the default).
    /// </summary>
    public bool IsLazyLoaded { get; set; }

    /// <summary>Load into a collectible context that <see cref="PluginLoader.Dispose"/> unloads. Always true with <see cref="EnableHotReload"/>.</summary>
    public bool IsUnloadable
    {
        get => _isUnloadable || EnableHotReload;
        set => _isUnloadable = value;
    }

    /// <summary>Read assemblies into memory instead of mapping their files, so that the files can be replaced. Always so with <see cref="EnableHotReload"/>.</summary>
    public bool LoadInMemory { get; set; }

    /// <summary>Reload the plugin when an assembly in its folder changes. Default: false.</summary>
    public bool EnableHotReload { get; set; }

    /// <summary>How long the plugin's folder must be quiet before a hot reload. Default: 200 ms.</summary>
    public TimeSpan ReloadDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The context that supplies shared assemblies. Default: the one this library was loaded into.</summary>
    public AssemblyLoadContext DefaultContext { get; set; } =
        AssemblyLoadContext.GetLoadContext(typeof(PluginConfig).Assembly) ?? AssemblyLoadContext.Default;
}
