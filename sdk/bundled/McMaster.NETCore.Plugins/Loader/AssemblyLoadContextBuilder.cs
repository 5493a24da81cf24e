using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.LibraryModel;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Collects how a plugin is to be loaded, then builds contexts that do so.</summary>
public class AssemblyLoadContextBuilder
{
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _private = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ManagedLibrary> _managed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NativeLibrary> _native = new(StringComparer.Ordinal);
    private readonly List<string> _probing = [];
    private readonly List<string> _resources = [];
    private AssemblyLoadContext _default =
        AssemblyLoadContext.GetLoadContext(typeof(AssemblyLoadContextBuilder).Assembly) ?? AssemblyLoadContext.Default;
    private string? _mainAssemblyPath;
    private bool _preferDefault;
    private bool _lazy;
    private bool _collectible;
    private bool _inMemory;
    private bool _shadowCopyNative;

    /// <summary>Builds a context by what was told so far.</summary>
    /// <exception cref="InvalidOperationException">No main assembly was set, or its dependency manifest cannot be read.</exception>
    public AssemblyLoadContext Build() => BuildContext();

    /// <summary>Sets the absolute path of the main assembly; its folder and its <c>.deps.json</c> say where dependencies lie.</summary>
    public AssemblyLoadContextBuilder SetMainAssemblyPath(string path)
    {
        _mainAssemblyPath = AssemblyPath.Require(path, nameof(path));
        return this;
    }

    /// <summary>Sets the context that supplies shared assemblies.</summary>
    public AssemblyLoadContextBuilder SetDefaultContext(AssemblyLoadContext context)
    {
        _default = context ?? throw new ArgumentNullException(nameof(context));
        return this;
    }

    /// <summary>Loads an assembly from the plugin's side, whatever else is shared.</summary>
    public AssemblyLoadContextBuilder PreferLoadContextAssembly(AssemblyName assemblyName)
    {
        if (assemblyName.Name is { } name)
            _private.Add(name);
        return this;
    }

    /// <summary>Shares an assembly, and what it references, with the default context.</summary>
    public AssemblyLoadContextBuilder PreferDefaultLoadContextAssembly(AssemblyName assemblyName)
    {
        if (assemblyName.Name is { } name)
            _shared.Add(name);
        return this;
    }

    /// <summary>Takes every assembly from the default context that it can supply.</summary>
    public AssemblyLoadContextBuilder PreferDefaultLoadContext(bool preferDefaultLoadContext)
    {
        _preferDefault = preferDefaultLoadContext;
        return this;
    }

    /// <summary>Follows the references of shared assemblies when they are used rather than when the context is built.</summary>
    public AssemblyLoadContextBuilder IsLazyLoaded(bool isLazyLoaded)
    {
        _lazy = isLazyLoaded;
        return this;
    }

    /// <summary>Says where a managed dependency lies.</summary>
    public AssemblyLoadContextBuilder AddManagedLibrary(ManagedLibrary library)
    {
        if (library.Name.Name is { } name)
            _managed.Add(name, library);
        return this;
    }

    /// <summary>Says where a native dependency lies.</summary>
    public AssemblyLoadContextBuilder AddNativeLibrary(NativeLibrary library)
    {
        _native.Add(library.Name, library);
        return this;
    }

    /// <summary>Adds a folder to search after the plugin's own; an absolute path.</summary>
    public AssemblyLoadContextBuilder AddProbingPath(string path)
    {
        _probing.Add(AssemblyPath.Require(path, nameof(path)));
        return this;
    }

    /// <summary>Adds a folder, absolute or below the plugin's own, to search for <c>culture/name.dll</c>.</summary>
    public AssemblyLoadContextBuilder AddResourceProbingPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _resources.Add(path);
        return this;
    }

    /// <summary>Makes the context collectible.</summary>
    public AssemblyLoadContextBuilder EnableUnloading()
    {
        _collectible = true;
        return this;
    }

    /// <summary>Reads assemblies into memory so that their files stay free.</summary>
    public AssemblyLoadContextBuilder PreloadAssembliesIntoMemory()
    {
        _inMemory = true;
        return this;
    }

    /// <summary>Loads native libraries from a temporary copy so that their files stay free.</summary>
    public AssemblyLoadContextBuilder ShadowCopyNativeLibraries()
    {
        _shadowCopyNative = true;
        return this;
    }

    internal ManagedLoadContext BuildContext() => new(new LoadRules
    {
        MainAssemblyPath = _mainAssemblyPath ?? throw new InvalidOperationException("Set the main assembly's path before building the context."),
        DefaultContext = _default,
        SharedAssemblies = _lazy ? [.. _shared] : SharedClosure.Of(_shared, _default),
        PrivateAssemblies = _private.ToHashSet(StringComparer.Ordinal),
        ManagedLibraries = new Dictionary<string, ManagedLibrary>(_managed),
        NativeLibraries = new Dictionary<string, NativeLibrary>(_native),
        ProbingPaths = [.. _probing],
        ResourceProbingPaths = [.. _resources],
        PreferDefault = _preferDefault,
        Lazy = _lazy,
        Collectible = _collectible,
        InMemory = _inMemory,
        ShadowCopyNative = _shadowCopyNative,
    });
}
