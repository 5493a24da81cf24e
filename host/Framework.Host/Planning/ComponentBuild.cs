using System.Reflection;
using System.Runtime.Loader;
using Framework.Components;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Planning;

/// <summary>Which code a component was: the assembly, its version and the identity of that very build.</summary>
/// <param name="Assembly">The assembly's simple name.</param>
/// <param name="Version">The informational version.</param>
/// <param name="Build">The module version identifier: changes when the code does, even where nobody raised the version.</param>
internal sealed record ComponentBuild(string Assembly, string Version, string Build)
{
    /// <summary>The build that a type comes from.</summary>
    public static ComponentBuild Of(Type type) => new(
        type.Assembly.GetName().Name!,
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        type.Module.ModuleVersionId.ToString("N"));

    /// <summary>The builds of every component that canonical options name by <c>use</c>, at any depth; each once, ordered.</summary>
    public static IReadOnlyList<ComponentBuild> Named(ComponentCatalogue catalogue, IEnumerable<string> canonicals) =>
        [.. canonicals.SelectMany(Names).Distinct().SelectMany(catalogue.Named).Select(component => component.Implementation)
            .DistinctBy(type => type.Assembly).Select(Of).OrderBy(build => build.Assembly, StringComparer.Ordinal)];

    /// <summary>The builds of the SDK, of the shared components, and of those assemblies of ours that they stand on: decoders among them.</summary>
    public static IEnumerable<ComponentBuild> Foundations() =>
        from assembly in new[] { typeof(SharedComponents).Assembly, typeof(IPlugin).Assembly }
        from name in assembly.GetReferencedAssemblies().Prepend(assembly.GetName()).OrderBy(name => name.Name, StringComparer.Ordinal)
        where !name.Name!.StartsWith("System", StringComparison.Ordinal) && !name.Name.StartsWith("Microsoft", StringComparison.Ordinal)
        let loaded = AssemblyLoadContext.GetLoadContext(assembly)!.LoadFromAssemblyName(name)
        select new ComponentBuild(name.Name!, name.Version?.ToString() ?? "", loaded.ManifestModule.ModuleVersionId.ToString("N"));

    /// <summary>The names after <c>use</c> in canonical JSON.</summary>
    private static IEnumerable<string> Names(string canonical) => CanonicalTexts.Of(canonical).Where(text => text.Key == "use").Select(text => text.Text);
}
