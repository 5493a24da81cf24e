using Framework.Components;
using Framework.Host.Plugins;

namespace Framework.Host.Commands;

/// <summary>The plugins of this process: the shared components, those beside the host, and those of <c>--plugins</c>.</summary>
internal static class HostPlugins
{
    public static PluginSet Load(IReadOnlyList<string> folders) =>
        PluginSet.Load(new SharedComponents(), AppContext.BaseDirectory, folders);
}
