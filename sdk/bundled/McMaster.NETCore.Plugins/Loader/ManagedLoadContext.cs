using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>A plugin's context: shared assemblies from the default context, all else from the plugin's side, and only then the runtime's own search.</summary>
internal sealed class ManagedLoadContext : AssemblyLoadContext
{
    private readonly LoadRules _rules;
    private readonly LibrarySearch _search;
    private readonly ShadowCopies? _copies;
    private readonly ConcurrentDictionary<string, bool> _shared;

    public ManagedLoadContext(LoadRules rules)
        : base(Path.GetFileNameWithoutExtension(rules.MainAssemblyPath), rules.Collectible)
    {
        _rules = rules;
        _search = new LibrarySearch(rules);
        _shared = new(rules.SharedAssemblies.Select(name => KeyValuePair.Create(name, true)), StringComparer.Ordinal);
        if (rules.ShadowCopyNative)
        {
            _copies = new ShadowCopies();
            Unloading += _ => _copies.Dispose();
        }
    }

    public Assembly LoadFile(string path)
    {
        if (!_rules.InMemory)
            return LoadFromAssemblyPath(path);
        using var image = new MemoryStream(File.ReadAllBytes(path));
        var symbolsPath = Path.ChangeExtension(path, "pdb");
        using var symbols = File.Exists(symbolsPath) ? new MemoryStream(File.ReadAllBytes(symbolsPath)) : null;
        return LoadFromStream(image, symbols);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is null)
            return null;
        return LoadShared(assemblyName) ?? (_search.FindManaged(assemblyName) is { } path ? LoadFile(path) : null);
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        if (_search.FindNative(unmanagedDllName) is not { } path)
            return IntPtr.Zero;
        return LoadUnmanagedDllFromPath(_copies?.Of(path) ?? path);
    }

    private Assembly? LoadShared(AssemblyName name)
    {
        var wanted = _rules.PreferDefault || _shared.ContainsKey(name.Name!);
        if (!wanted || _rules.PrivateAssemblies.Contains(name.Name!))
            return null;
        var assembly = SharedClosure.TryLoad(name, _rules.DefaultContext);
        if (assembly is not null && _rules.Lazy)
            foreach (var reference in assembly.GetReferencedAssemblies())
                _shared.TryAdd(reference.Name!, true);
        return assembly;
    }
}
