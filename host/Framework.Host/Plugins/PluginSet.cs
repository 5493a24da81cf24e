using Framework.Sdk;

namespace Framework.Host.Plugins;

/// <summary>The plugins of this process: the catalogue of what they offer, and what became of each.</summary>
internal sealed record PluginSet(ComponentCatalogue Catalogue, IReadOnlyList<PluginLoadResult> Results)
{
    /// <summary>Loads the shared components, the plugins beside the host, and those in further folders.</summary>
    /// <param name="shared">The components that every study composes.</param>
    /// <param name="hostFolder">The host's output folder; its <c>plugins/</c> need not exist.</param>
    /// <param name="folders">Folders of plugin folders, or plugins' own folders, as given on the command line.</param>
    /// <exception cref="PluginException">The shared components are broken. A plugin's failure is a result instead.</exception>
    public static PluginSet Load(IPlugin shared, string hostFolder, IReadOnlyList<string> folders)
    {
        var catalogue = new ComponentCatalogue();
        var loading = new PluginLoading(catalogue);
        var results = new List<PluginLoadResult> { loading.AddShared(shared) };
        foreach (var place in PluginPlace.Find(hostFolder, folders))
            results.Add(loading.Load(place, results));
        return new PluginSet(catalogue, results);
    }

    /// <summary>The failed plugin that a component's name points to: that of <c>ich.rsna</c> is a plugin whose name ends in <c>Ich</c>.</summary>
    public PluginLoadResult? FailedOwner(string component)
    {
        if (component.Split('.') is not [var study, _, ..])
            return null;
        var name = study.Replace("-", "", StringComparison.Ordinal);
        return Results.FirstOrDefault(result => !result.Loaded && result.Name.Split('.')[^1].Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The error for a component that is not there: the plugin's, where the plugin failed; else the experiment's.</summary>
    public FrameworkException Unknown(Type contract, string name)
    {
        if (FailedOwner(name) is { } owner)
            return new PluginException(
                $"the {ComponentRole.WordsOf(contract)} '{name}' is missing because plugin '{owner.Name}' could not be loaded. {owner.Problem}",
                owner.Cause);
        var failed = Results.Count(result => !result.Loaded);
        var hint = failed == 0 ? "" : $" {failed} plugin{(failed == 1 ? "" : "s")} could not be loaded; `framework plugins` says why.";
        return new ExperimentException(Catalogue.Unknown(contract, name) + hint);
    }
}
