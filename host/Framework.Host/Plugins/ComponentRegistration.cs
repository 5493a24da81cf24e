using Framework.Sdk;

namespace Framework.Host.Plugins;

/// <summary>Takes one plugin's components and checks each by itself; they enter the catalogue together, or not at all.</summary>
internal sealed class ComponentRegistration : IComponentRegistry
{
    private readonly List<Component> _components = [];

    public IReadOnlyList<Component> Components => _components;

    public IComponentRegistry Add<TInterface, TComponent, TOptions>(string name)
        where TInterface : class
        where TComponent : class, TInterface
        where TOptions : class => Add(new Component(typeof(TInterface), name, typeof(TComponent), typeof(TOptions)));

    public IComponentRegistry Add<TInterface, TComponent>(string name)
        where TInterface : class
        where TComponent : class, TInterface => Add(new Component(typeof(TInterface), name, typeof(TComponent), null));

    private ComponentRegistration Add(Component component)
    {
        if (Defect(component) is { } defect)
            throw new PluginException($"component '{component.Name}' {defect}");
        _components.Add(component);
        return this;
    }

    private static string? Defect(Component component)
    {
        var contract = component.Interface;
        if (!contract.IsInterface || contract.Assembly != typeof(IPlugin).Assembly)
            return $"is registered as '{contract.Name}', which is no interface of the SDK. Register it under the interface it is used by.";
        if (!IsName(component.Name))
            return "needs a name of lower-case words joined by '-' or '.'. An example: 'ich.rsna'.";
        var implementation = component.Implementation;
        if (implementation.IsAbstract)
            return $"is the abstract class '{implementation.Name}'. Register a class that can be created.";
        var constructors = implementation.GetConstructors();
        if (constructors.Length != 1)
            return $"has {constructors.Length} public constructors in '{implementation.Name}'. Give it exactly one.";
        var options = component.Options;
        if (options is not null && !constructors[0].GetParameters().Any(parameter => parameter.ParameterType == options))
            return $"is registered with '{options.Name}', which the constructor of '{implementation.Name}' does not take. Add the parameter.";
        return null;
    }

    private static bool IsName(string? name) =>
        !string.IsNullOrEmpty(name)
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '.')
        && name.Split('-', '.').All(word => word.Length > 0);
}
