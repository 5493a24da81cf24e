using McMaster.NETCore.Plugins.Loader;

namespace McMaster.NETCore.Plugins;

public partial class PluginLoader
{
    /// <summary>Creates a loader for an assembly file that shares nothing.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile) => CreateFromAssemblyFile(assemblyFile, _ => { });

    /// <summary>Creates a loader for an assembly file that shares the assemblies of the given types.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes) =>
        CreateFromAssemblyFile(assemblyFile, sharedTypes, _ => { });

    /// <summary>Creates a loader for an assembly file that can be unloaded and shares the assemblies of the given types.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, bool isUnloadable, Type[] sharedTypes) =>
        CreateFromAssemblyFile(assemblyFile, isUnloadable, sharedTypes, _ => { });

    /// <summary>Creates a loader for an assembly file that can be unloaded, shares the assemblies of the given types, and more as configured.</summary>
    public static PluginLoader CreateFromAssemblyFile(
        string assemblyFile, bool isUnloadable, Type[] sharedTypes, Action<PluginConfig> configure) =>
        CreateFromAssemblyFile(assemblyFile, sharedTypes, config =>
        {
            config.IsUnloadable = isUnloadable;
            configure(config);
        });

    /// <summary>Creates a loader for an assembly file that shares the assemblies of the given types, and more as configured.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes, Action<PluginConfig> configure) =>
        CreateFromAssemblyFile(assemblyFile, config =>
        {
            foreach (var assembly in sharedTypes.Select(type => type.Assembly).Distinct())
                config.SharedAssemblies.Add(assembly.GetName());
            configure(config);
        });

    /// <summary>Creates a loader for an assembly file as configured.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Action<PluginConfig> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var config = new PluginConfig(assemblyFile);
        configure(config);
        return new PluginLoader(config);
    }

    private static AssemblyLoadContextBuilder CreateBuilder(PluginConfig config)
    {
        var builder = new AssemblyLoadContextBuilder()
            .SetMainAssemblyPath(config.MainAssemblyPath)
            .SetDefaultContext(config.DefaultContext)
            .PreferDefaultLoadContext(config.PreferSharedTypes)
            .IsLazyLoaded(config.IsLazyLoaded);
        foreach (var name in config.PrivateAssemblies)
            builder.PreferLoadContextAssembly(name);
        foreach (var name in config.SharedAssemblies)
            builder.PreferDefaultLoadContextAssembly(name);
        if (config.IsUnloadable)
            builder.EnableUnloading();
        if (config.LoadInMemory || config.EnableHotReload)
            builder.PreloadAssembliesIntoMemory().ShadowCopyNativeLibraries();
        AddProbingPaths(builder, Path.ChangeExtension(config.MainAssemblyPath, "runtimeconfig.json"));
        return builder;
    }

    private static void AddProbingPaths(AssemblyLoadContextBuilder builder, string runtimeConfig)
    {
        builder.TryAddAdditionalProbingPathFromRuntimeConfig(runtimeConfig, includeDevConfig: true, out var error);
        if (error is not null)
            throw new InvalidOperationException($"{runtimeConfig}: {error.Message}", error);
    }
}
