namespace McMaster.NETCore.Plugins;

/// <summary>Handles <see cref="PluginLoader.Reloaded"/>.</summary>
public delegate void PluginReloadedEventHandler(object sender, PluginReloadedEventArgs eventArgs);
