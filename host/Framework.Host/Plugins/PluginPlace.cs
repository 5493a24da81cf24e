namespace Framework.Host.Plugins;

/// <summary>Where a plugin should be: the absolute path of its assembly, or a problem and the folder that has it.</summary>
internal sealed record PluginPlace(string Name, string Path, string? Problem = null)
{
    /// <summary>Whether the user named its folder; false where it came with the host.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The plugins below the host's <c>plugins/</c> and in further folders, in that order, each by name; one path once.</summary>
    public static IEnumerable<PluginPlace> Find(string hostFolder, IEnumerable<string> folders)
    {
        var own = System.IO.Path.GetFullPath(System.IO.Path.Combine(hostFolder, "plugins"));
        var beside = Directory.Exists(own) ? Children(own).Select(At) : [];
        return beside.Concat(folders.SelectMany(Given).Select(place => place with { IsGiven = true })).DistinctBy(place => place.Path);
    }

    private static IEnumerable<PluginPlace> Given(string folder)
    {
        var path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));
        var name = System.IO.Path.GetFileName(path);
        if (!Directory.Exists(path))
            return [new(name, path, "there is no such folder. Give --plugins a plugin's folder, or a folder of plugin folders.")];
        if (File.Exists(AssemblyIn(path)))
            return [At(path)];
        var children = Children(path).Select(At).ToList();
        return children.Count > 0
            ? children
            : [new(name, path, $"the folder holds no plugin. Expected {name}.dll in it, or a folder for each plugin: <Name>/<Name>.dll.")];
    }

    private static PluginPlace At(string folder)
    {
        var name = System.IO.Path.GetFileName(folder);
        var assembly = AssemblyIn(folder);
        return File.Exists(assembly)
            ? new(name, assembly)
            : new(name, folder, $"there is no {name}.dll in it. A plugin's assembly has the name of its folder; rename one, or remove the folder.");
    }

    private static string AssemblyIn(string folder) => System.IO.Path.Combine(folder, System.IO.Path.GetFileName(folder) + ".dll");

    private static IEnumerable<string> Children(string folder) =>
        Directory.EnumerateDirectories(folder)
            .Where(child => !System.IO.Path.GetFileName(child).StartsWith('.'))
            .Order(StringComparer.Ordinal);
}
