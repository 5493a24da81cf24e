namespace McMaster.NETCore.Plugins;

/// <summary>Says which plugin was reloaded.</summary>
public class PluginReloadedEventArgs(PluginLoader loader) : EventArgs
{
    /// <summary>The loader, now on the fresh context.</summary>
    public PluginLoader Loader { get; } = loader;
}
