namespace McMaster.NETCore.Plugins;

/// <summary>Calls back once the assemblies in a folder have changed and then been left alone for a while.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly Timer _timer;

    public FolderWatch(string folder, TimeSpan quiet, Action changed)
    {
        _timer = new Timer(_ => changed());
        _watcher = new FileSystemWatcher(folder, "*.dll") { IncludeSubdirectories = true };
        FileSystemEventHandler restart = (_, _) => _timer.Change(quiet, Timeout.InfiniteTimeSpan);
        _watcher.Changed += restart;
        _watcher.Created += restart;
        _watcher.Renamed += (sender, e) => restart(sender, e);
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _timer.Dispose();
    }
}
