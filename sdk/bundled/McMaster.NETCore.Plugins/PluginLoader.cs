using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;

namespace McMaster.NETCore.Plugins;

/// <summary>Loads one plugin's assemblies into a context of its own.</summary>
public partial class PluginLoader : IDisposable
{
    private readonly PluginConfig _config;
    private readonly AssemblyLoadContextBuilder _builder;
    private readonly FolderWatch? _watch;
    private readonly Lock _lock = new();
    private ManagedLoadContext _context;
    private volatile bool _disposed;

    /// <summary>Prepares the plugin's context; nothing of the plugin is loaded yet.</summary>
    public PluginLoader(PluginConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        _config = config;
        _builder = CreateBuilder(config);
        _context = _builder.BuildContext();
        if (config.EnableHotReload)
            _watch = new FolderWatch(Path.GetDirectoryName(config.MainAssemblyPath)!, config.ReloadDelay, ReloadAfterChange);
    }

    /// <summary>Raised after the plugin was reloaded: what was taken from the loader before belongs to the former context.</summary>
    public event PluginReloadedEventHandler? Reloaded;

    /// <summary>Whether the plugin can be unloaded and reloaded.</summary>
    public bool IsUnloadable => _context.IsCollectible;

    /// <summary>The plugin's present context; another one after a reload.</summary>
    public AssemblyLoadContext LoadContext => _context;

    /// <summary>Unloads the context and starts a fresh one on the files as they are now.</summary>
    /// <exception cref="InvalidOperationException">The plugin is not unloadable.</exception>
    public void Reload()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!IsUnloadable)
            throw new InvalidOperationException("This plugin cannot be reloaded. Create its loader with IsUnloadable or EnableHotReload set.");
        ReplaceContext();
        Reloaded?.Invoke(this, new PluginReloadedEventArgs(this));
    }

    /// <summary>Loads the plugin's main assembly.</summary>
    public Assembly LoadDefaultAssembly() => LoadAssemblyFromPath(_config.MainAssemblyPath);

    /// <summary>Loads an assembly by name, by the plugin's rules.</summary>
    public Assembly LoadAssembly(AssemblyName assemblyName)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _context.LoadFromAssemblyName(assemblyName);
    }

    /// <summary>Loads an assembly by name, by the plugin's rules.</summary>
    public Assembly LoadAssembly(string assemblyName) => LoadAssembly(new AssemblyName(assemblyName));

    /// <summary>Loads an assembly file into the plugin's context.</summary>
    public Assembly LoadAssemblyFromPath(string assemblyPath)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _context.LoadFile(assemblyPath);
    }

    /// <summary>Until the scope is disposed, reflection by name on this thread (<c>Type.GetType</c>) sees the plugin's assemblies.</summary>
    public AssemblyLoadContext.ContextualReflectionScope EnterContextualReflection() => _context.EnterContextualReflection();

    /// <summary>Stops watching and, where the plugin is unloadable, begins to unload it: it is gone once nothing refers to it.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
        }
        _watch?.Dispose();
        if (IsUnloadable)
            _context.Unload();
        GC.SuppressFinalize(this);
    }

    private bool ReplaceContext()
    {
        lock (_lock)
        {
            if (_disposed)
                return false;
            var former = _context;
            _context = _builder.BuildContext();
            former.Unload();
            return true;
        }
    }

    private void ReloadAfterChange()
    {
        try
        {
            if (!ReplaceContext())
                return;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            // A file is half written: the former context stays, and the write that completes the file brings the next change.
            Trace.TraceWarning("{0} was not reloaded: {1}", _config.MainAssemblyPath, e.Message);
            return;
        }
        Reloaded?.Invoke(this, new PluginReloadedEventArgs(this));
    }
}
