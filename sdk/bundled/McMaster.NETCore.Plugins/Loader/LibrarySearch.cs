using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Finds the files of a plugin's dependencies: by its dependency manifest, then by what was added, then by name.</summary>
internal sealed class LibrarySearch(LoadRules rules)
{
    private readonly AssemblyDependencyResolver _resolver = new(rules.MainAssemblyPath);

    public string? FindManaged(AssemblyName name) =>
        _resolver.ResolveAssemblyToPath(name)
        ?? (string.IsNullOrEmpty(name.CultureName) ? FindNeutral(name.Name!) : FindSatellite(name));

    public string? FindNative(string name) => _resolver.ResolveUnmanagedDllToPath(name) ?? FirstExisting(NativeCandidates(name));

    private string? FindNeutral(string name)
    {
        IEnumerable<string> listed = rules.ManagedLibraries.TryGetValue(name, out var library)
            ? Below(library.AppLocalPath, library.AdditionalProbingPath)
            : [];
        return FirstExisting(listed.Concat(Below(name + ".dll", name + ".dll")));
    }

    private string? FindSatellite(AssemblyName name)
    {
        var file = Path.Combine(name.CultureName!, name.Name + ".dll");
        var folders = rules.ResourceProbingPaths.Select(path => Path.Combine(rules.Folder, path)).Prepend(rules.Folder);
        return FirstExisting(folders.Select(folder => Path.Combine(folder, file)));
    }

    private IEnumerable<string> NativeCandidates(string name)
    {
        foreach (var file in NativeFileNames(name))
        {
            if (rules.NativeLibraries.TryGetValue(Path.GetFileNameWithoutExtension(file), out var library))
                foreach (var path in Below(library.AppLocalPath, library.AdditionalProbingPath))
                    yield return path;
            foreach (var path in Below(file, file))
                yield return path;
        }
    }

    private IEnumerable<string> Below(string local, string probing) =>
        rules.ProbingPaths.Select(folder => Path.Combine(folder, probing)).Prepend(Path.Combine(rules.Folder, local));

    private static IEnumerable<string> NativeFileNames(string name)
    {
        var extension = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        var stem = name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name[..^extension.Length] : name;
        return OperatingSystem.IsWindows() ? [stem + extension] : ["lib" + stem + extension, stem + extension];
    }

    private static string? FirstExisting(IEnumerable<string> paths) => paths.FirstOrDefault(File.Exists);
}
