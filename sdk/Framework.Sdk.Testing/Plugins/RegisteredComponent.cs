using Framework.Sdk;

namespace Framework.Sdk.Testing;

/// <summary>A component as a plugin registers it.</summary>
/// <param name="Interface">The SDK interface.</param>
/// <param name="Name">The name after <c>use:</c>.</param>
/// <param name="Implementation">The class.</param>
/// <param name="Options">The options record; null where it has none.</param>
public sealed record RegisteredComponent(Type Interface, string Name, Type Implementation, Type? Options)
{
    /// <summary>Everything that a plugin registers, in its order.</summary>
    /// <param name="plugin">The plugin.</param>
    public static IReadOnlyList<RegisteredComponent> Of(IPlugin plugin)
    {
        var registry = new Recorder();
        plugin.Register(registry);
        return registry.Components;
    }

    private sealed class Recorder : IComponentRegistry
    {
        public List<RegisteredComponent> Components { get; } = [];

        public IComponentRegistry Add<TInterface, TComponent, TOptions>(string name)
            where TInterface : class
            where TComponent : class, TInterface
            where TOptions : class
        {
            Components.Add(new RegisteredComponent(typeof(TInterface), name, typeof(TComponent), typeof(TOptions)));
            return this;
        }

        public IComponentRegistry Add<TInterface, TComponent>(string name)
            where TInterface : class
            where TComponent : class, TInterface
        {
            Components.Add(new RegisteredComponent(typeof(TInterface), name, typeof(TComponent), null));
            return this;
        }
    }
}
