using System.Diagnostics.CodeAnalysis;
using Framework.Sdk;

namespace Framework.Host.Plugins;

/// <summary>Every component that was loaded, by interface and name.</summary>
internal sealed class ComponentCatalogue
{
    private readonly Dictionary<(Type Interface, string Name), Component> _components = [];

    /// <summary>All components, ordered by interface, then by name.</summary>
    public IReadOnlyList<Component> All => [.. _components.Values
        .OrderBy(component => ComponentRole.NameOf(component.Interface), StringComparer.Ordinal)
        .ThenBy(component => component.Name, StringComparer.Ordinal)];

    /// <summary>Asks a plugin for its components and takes them all, or none of them.</summary>
    /// <exception cref="PluginException">A component is malformed, or its name is taken.</exception>
    public IReadOnlyList<Component> Register(IPlugin plugin)
    {
        var registration = new ComponentRegistration();
        plugin.Register(registration);
        return Add(registration.Components);
    }

    /// <summary>The component of that interface and name.</summary>
    public bool TryFind(Type contract, string name, [NotNullWhen(true)] out Component? component) =>
        _components.TryGetValue((contract, name), out component);

    /// <summary>The components of that name, whatever their interface.</summary>
    public IReadOnlyList<Component> Named(string name) => [.. All.Where(component => component.Name == name)];

    /// <summary>The components of that interface.</summary>
    public IReadOnlyList<Component> Of(Type contract) => [.. All.Where(component => component.Interface == contract)];

    /// <summary>What to say when a name is not there: the nearest name, what the name is instead, and where the names are listed.</summary>
    public string Unknown(Type contract, string name)
    {
        var role = ComponentRole.NameOf(contract);
        var others = Named(name).Select(component => Article(ComponentRole.WordsOf(component.Interface)));
        var instead = string.Join(" and ", others) is { Length: > 0 } roles ? $" '{name}' is {roles}." : "";
        var nearest = NearestName.Suggest(name, Of(contract).Select(component => component.Name));
        return $"no plugin offers the {ComponentRole.WordsOf(contract)} '{name}'.{instead}{nearest} "
            + $"`framework components --interface {role}` lists them.{(instead + nearest).Length switch { 0 => Elsewhere(name), _ => "" }}";
    }

    /// <summary>What to say besides of a name whose first part no plugin here uses: its plugin may lie elsewhere. Empty of any other.</summary>
    public string Elsewhere(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && !All.Any(component => component.Name.StartsWith(name[..(dot + 1)], StringComparison.Ordinal))
            ? " A plugin that lies elsewhere is named by --plugins DIR."
            : "";

    private IReadOnlyList<Component> Add(IReadOnlyList<Component> components)
    {
        var taken = new Dictionary<(Type, string), Component>(_components);
        foreach (var component in components)
            if (!taken.TryAdd((component.Interface, component.Name), component))
                throw new PluginException(Duplicate(component, taken[(component.Interface, component.Name)]));
        foreach (var component in components)
            _components.Add((component.Interface, component.Name), component);
        return components;
    }

    private static string Duplicate(Component second, Component first)
    {
        var what = $"the {ComponentRole.WordsOf(second.Interface)} '{second.Name}'";
        return first.Plugin == second.Plugin
            ? $"'{second.Plugin}' offers {what} twice, as '{first.Implementation.Name}' and '{second.Implementation.Name}'. Rename one of them."
            : $"'{second.Plugin}' offers {what}, and so does '{first.Plugin}'. Rename one of them, or leave one plugin out.";
    }

    private static string Article(string noun) => (noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + noun;
}
