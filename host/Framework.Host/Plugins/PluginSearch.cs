using Framework.Sdk;

namespace Framework.Host.Plugins;

/// <summary>Says of a name where it comes from, or why nothing of that name was found.</summary>
/// <param name="plugins">What was loaded.</param>
/// <param name="folders">The folders of <c>--plugins</c>.</param>
/// <param name="sources">The repository's folder of plugins; null where there are no sources.</param>
internal sealed class PluginSearch(PluginSet plugins, IReadOnlyList<string> folders, string? sources)
{
    /// <summary>What there is of that name, in lines, and whether it is there: <see cref="ExitCode.Done"/>; failed with its plugin, or not at all.</summary>
    /// <param name="name">A component's name, a plugin's, or a study's.</param>
    public (ExitCode Code, IReadOnlyList<string> Lines) Of(string name)
    {
        var components = plugins.Catalogue.Named(name);
        var called = plugins.Results.FirstOrDefault(result => IsCalled(result, name));
        if (components.Count > 0)
            return (ExitCode.Done, [.. called is { Loaded: true } ? Offers(called) : [], .. components.Select(component => $"the {ComponentRole.WordsOf(component.Interface)} '{name}' comes from {component.Plugin} {PluginInspection.Short(component.Version)}, {component.Implementation.Assembly.Location}")]);
        if (called is { } plugin)
            return plugin.Loaded ? (ExitCode.Done, Offers(plugin)) : (ExitCode.PluginFailed, [$"plugin '{plugin.Name}' was found and could not be loaded. {plugin.Problem}"]);
        if (name.Contains('.', StringComparison.Ordinal) && plugins.FailedOwner(name) is { } failed)
            return (ExitCode.PluginFailed, [$"'{name}' is missing because plugin '{failed.Name}' could not be loaded. {failed.Problem}"]);
        return (ExitCode.WrongExperiment, [.. NotFound(name)]);
    }

    private IEnumerable<string> NotFound(string name)
    {
        var study = name.Split('.')[0];
        if (plugins.Results.FirstOrDefault(result => result.Loaded && IsCalled(result, study)) is { } owner && study != name)
        {
            yield return $"plugin '{owner.Name}' is loaded and offers no '{name}'.{NearestName.Suggest(name, owner.Components.Select(component => component.Name))}";
            foreach (var line in Offers(owner))
                yield return line;
            yield break;
        }

        var known = plugins.Catalogue.All.Select(component => component.Name).Concat(plugins.Results.Select(result => result.Name)).Distinct();
        yield return $"no component and no plugin is called '{name}'.{NearestName.Suggest(name, known)}";
        foreach (var project in Unbuilt(study))
            yield return project;
        yield return $"looked in {Path.Combine(AppContext.BaseDirectory, "plugins")}"
            + string.Concat(folders.Select(folder => $" and {Path.GetFullPath(folder)}"))
            + $": {string.Join(", ", plugins.Results.Skip(1).Select(result => result.Name).DefaultIfEmpty("nothing"))}. A plugin elsewhere is named by --plugins DIR, where DIR holds Name/Name.dll.";
    }

    // The study of ich.rsna is a plugin whose name ends in Ich.
    private static bool IsCalled(PluginLoadResult result, string name) =>
        result.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        || result.Name.Split('.')[^1].Equals(name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<string> Offers(PluginLoadResult plugin)
    {
        var offered = plugin.Components.Select(component => $"{component.Name} ({ComponentRole.WordsOf(component.Interface)})");
        return
        [
            $"plugin '{plugin.Name}' {(plugin.Version is { } version ? PluginInspection.Short(version) : "")} from {plugin.Path} offers {string.Join(", ", offered.DefaultIfEmpty("nothing"))}",
            .. Unregistered(plugin),
        ];
    }

    // What an author forgets most easily.
    private IEnumerable<string> Unregistered(PluginLoadResult plugin)
    {
        if (plugin.Components is not [var first, ..])
            return [];
        var contracts = plugins.Catalogue.All.Select(component => component.Interface).ToHashSet();
        return from type in first.Implementation.Assembly.GetTypes()
               where type is { IsClass: true, IsAbstract: false, IsPublic: true } && !plugin.Components.Any(component => component.Implementation == type)
               let contract = contracts.FirstOrDefault(contract => contract.IsAssignableFrom(type))
               where contract is not null
               select $"its class '{type.Name}' implements {contract.Name} and is registered under no name. If it is a component, add it in Register.";
    }

    private IEnumerable<string> Unbuilt(string study) => sources is null || !Directory.Exists(sources) ? [] :
        from folder in Directory.EnumerateDirectories(sources).Order(StringComparer.Ordinal)
        let name = Path.GetFileName(folder)
        where File.Exists(Path.Combine(folder, $"{name}.csproj")) && !plugins.Results.Any(result => result.Name == name)
            && IsCalled(new PluginLoadResult(name, folder), study)
        select $"{folder} is a plugin's project, and its assembly is not beside the host. Add it to host/Framework.slnf and build again; `framework new plugin` does the first.";
}
