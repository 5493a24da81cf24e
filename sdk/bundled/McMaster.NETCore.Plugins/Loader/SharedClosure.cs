using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Assemblies together with everything they reference: types in their signatures must come from the same context.</summary>
internal static class SharedClosure
{
    public static IReadOnlyCollection<string> Of(IEnumerable<string> names, AssemblyLoadContext context)
    {
        var closure = new HashSet<string>(names, StringComparer.Ordinal);
        var pending = new Queue<string>(closure);
        while (pending.TryDequeue(out var name))
            foreach (var reference in ReferencesOf(name, context).Where(closure.Add))
                pending.Enqueue(reference);
        return closure;
    }

    private static IEnumerable<string> ReferencesOf(string name, AssemblyLoadContext context) =>
        TryLoad(new AssemblyName(name), context)?.GetReferencedAssemblies().Select(reference => reference.Name!) ?? [];

    /// <summary>Null where the context cannot supply the assembly in the version asked for.</summary>
    public static Assembly? TryLoad(AssemblyName name, AssemblyLoadContext context)
    {
        try
        {
            return context.LoadFromAssemblyName(name);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }
}
