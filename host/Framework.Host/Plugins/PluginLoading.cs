using System.Reflection;
using Framework.Sdk;
using McMaster.NETCore.Plugins;

namespace Framework.Host.Plugins;

/// <summary>Loads plugins, each into a context of its own, and registers what they offer. No plugin's failure leaves here as an exception.</summary>
internal sealed class PluginLoading(ComponentCatalogue catalogue)
{
    public PluginLoadResult AddShared(IPlugin shared)
    {
        var assembly = shared.GetType().Assembly;
        var name = assembly.GetName();
        return new PluginLoadResult(name.Name!, assembly.Location)
        {
            Version = name.Version,
            SdkVersion = typeof(IPlugin).Assembly.GetName().Version,
            Components = catalogue.Register(shared),
        };
    }

    public PluginLoadResult Load(PluginPlace place, IEnumerable<PluginLoadResult> earlier)
    {
        var result = new PluginLoadResult(place.Name, place.Path) { IsGiven = place.IsGiven };
        if (place.Problem is not null)
            return Failed(result, place.Problem);
        if (earlier.FirstOrDefault(other => other.Name == place.Name) is { } other)
            return Failed(result, $"a plugin of this name was found before, at {other.Path}. Leave one of the two out.");
        try
        {
            var manifest = PluginManifest.Read(place.Path);
            result = result with { Version = manifest.Version, SdkVersion = manifest.SdkVersion };
            var inspection = new PluginInspection(place.Path, manifest);
            return inspection.Problem() is { } problem
                ? Failed(result, problem)
                : result with { Components = catalogue.Register(Create(place, inspection)) };
        }
        catch (Exception e)
        {
            return Failed(result, PluginFailure.Words(e), e);
        }
    }

    private static IPlugin Create(PluginPlace place, PluginInspection inspection)
    {
        var loader = PluginLoader.CreateFromAssemblyFile(place.Path, config =>
        {
            // Lazily: otherwise all that the contract references would be loaded here and now.
            config.IsLazyLoaded = true;
            foreach (var name in PluginContract.Assemblies)
                config.SharedAssemblies.Add(new AssemblyName(name));
            foreach (var name in inspection.OwnAssemblies)
                config.PrivateAssemblies.Add(new AssemblyName(name));
        });
        // All types, not only the entry point: one that does not fit the contract is found now, and in words.
        var entries = loader.LoadDefaultAssembly().GetTypes().Where(IsEntryPoint).ToList();
        return entries switch
        {
            [var entry] => (IPlugin)Activator.CreateInstance(entry)!,
            [] => throw new PluginException(
                "no public class in it implements IPlugin with a parameterless constructor. Add one that registers its components."),
            _ => throw new PluginException(
                $"{entries.Count} classes in it implement IPlugin: {string.Join(", ", entries.Select(entry => $"'{entry.Name}'"))}. Keep one."),
        };
    }

    private static bool IsEntryPoint(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsVisible: true }
        && typeof(IPlugin).IsAssignableFrom(type)
        && type.GetConstructor(Type.EmptyTypes) is not null;

    private static PluginLoadResult Failed(PluginLoadResult result, string problem, Exception? cause = null) =>
        result with { Problem = $"{result.Path}: {problem}", Cause = cause };
}
