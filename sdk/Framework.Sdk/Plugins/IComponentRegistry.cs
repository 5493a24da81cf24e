namespace Framework.Sdk;

/// <summary>Takes a plugin's components: an interface, an implementation, its options and the name used in YAML.</summary>
/// <remarks>
/// A component has one public constructor. It takes the options record (if there is one) and whatever the host's container
/// knows, such as <c>ILogger&lt;T&gt;</c> or <see cref="TimeProvider"/>. The constructor only checks and keeps: it reads no data.
/// </remarks>
public interface IComponentRegistry
{
    /// <summary>Registers a component with options.</summary>
    /// <typeparam name="TInterface">An SDK interface, such as <see cref="ITransform"/>.</typeparam>
    /// <typeparam name="TComponent">The implementation.</typeparam>
    /// <typeparam name="TOptions">An immutable record whose public properties are the keys of the YAML, in snake_case.</typeparam>
    /// <param name="name">The name after <c>use:</c>, in kebab-case; a study's own components carry its name: <c>ich.rsna</c>.</param>
    IComponentRegistry Add<TInterface, TComponent, TOptions>(string name)
        where TInterface : class
        where TComponent : class, TInterface
        where TOptions : class;

    /// <summary>Registers a component that has no options.</summary>
    /// <typeparam name="TInterface">An SDK interface, such as <see cref="ITransform"/>.</typeparam>
    /// <typeparam name="TComponent">The implementation.</typeparam>
    /// <param name="name">The name after <c>use:</c>, in kebab-case.</param>
    IComponentRegistry Add<TInterface, TComponent>(string name)
        where TInterface : class
        where TComponent : class, TInterface;
}
