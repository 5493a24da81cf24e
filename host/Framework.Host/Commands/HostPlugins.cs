using Framework.Components;
using Framework.Host.Plugins;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>The plugins of this process: the shared components, those beside the host, and those of <c>--plugins</c>.</summary>
internal static class HostPlugins
{
    public static PluginSet Load(IReadOnlyList<string> folders) =>
        PluginSet.Load(new SharedComponents(), AppContext.BaseDirectory, folders);

    /// <summary>Warns of each plugin beside the host that failed: what was asked for may not need it.</summary>
    /// <exception cref="PluginException">A plugin failed in a folder that the user named; the message holds every such problem.</exception>
    public static void Judge(PluginSet plugins, HostTerminal terminal)
    {
        var failed = plugins.Results.Where(result => !result.Loaded).ToList();
        foreach (var own in failed.Where(result => !result.IsGiven))
            terminal.Warn($"plugin '{own.Name}' is left out. {own.Problem!.ReplaceLineEndings(" ")}");
        var given = failed.Where(result => result.IsGiven).ToList();
        if (given.Count > 0)
            throw new PluginException(
                string.Join('\n', given.Select(result => result.Problem)), given.Select(result => result.Cause).OfType<Exception>().FirstOrDefault());
    }
}
