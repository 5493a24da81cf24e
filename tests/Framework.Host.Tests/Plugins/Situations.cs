using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Tests.Plugins;

/// <summary>The tiny plugins of tests/TestPlugins, and what the host makes of them.</summary>
internal static class Situations
{
    public static string Folder(string situation) => Path.Combine(AppContext.BaseDirectory, "TestPlugins", situation);

    public static string Assembly(string situation) => Path.Combine(Folder(situation), situation + ".dll");

    /// <summary>Loads nothing but those plugins, in that order.</summary>
    public static PluginSet Load(params string[] folders) => PluginSet.Load(new NoComponents(), "/nowhere", folders);

    /// <summary>What became of each plugin, the shared components aside.</summary>
    public static IReadOnlyList<PluginLoadResult> Plugins(this PluginSet set) => [.. set.Results.Skip(1)];

    private sealed class NoComponents : IPlugin
    {
        public void Register(IComponentRegistry components)
        {
        }
    }
}
