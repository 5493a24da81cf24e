using System.Runtime.Loader;
using McMaster.NETCore.Plugins.LibraryModel;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>What an <see cref="AssemblyLoadContextBuilder"/> has been told, as it stood when a context was built.</summary>
internal sealed record LoadRules
{
    public required string MainAssemblyPath { get; init; }
    public required AssemblyLoadContext DefaultContext { get; init; }
    public required IReadOnlyCollection<string> SharedAssemblies { get; init; }
    public required IReadOnlySet<string> PrivateAssemblies { get; init; }
    public required IReadOnlyDictionary<string, ManagedLibrary> ManagedLibraries { get; init; }
    public required IReadOnlyDictionary<string, NativeLibrary> NativeLibraries { get; init; }
    public required IReadOnlyList<string> ProbingPaths { get; init; }
    public required IReadOnlyList<string> ResourceProbingPaths { get; init; }
    public required bool PreferDefault { get; init; }
    public required bool Lazy { get; init; }
    public required bool Collectible { get; init; }
    public required bool InMemory { get; init; }
    public required bool ShadowCopyNative { get; init; }

    public string Folder => Path.GetDirectoryName(MainAssemblyPath)!;
}
