using System.Reflection;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Experiments.Binding;

/// <summary>Makes components: one constructor, taking the options and whatever the container knows.</summary>
internal sealed class ComponentFactory(IServiceProvider services)
{
    /// <summary>Makes a component. What its constructor throws is thrown as it is.</summary>
    /// <exception cref="PluginException">The constructor asks for what the host does not have.</exception>
    public object Create(Component component, object? options)
    {
        var constructor = component.Implementation.GetConstructors().Single();
        var arguments = constructor.GetParameters().Select(parameter => Argument(parameter, component, options)).ToArray();
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private object? Argument(ParameterInfo parameter, Component component, object? options)
    {
        if (parameter.ParameterType == component.Options)
            return options;
        return services.GetService(parameter.ParameterType)
            ?? (parameter.HasDefaultValue ? parameter.DefaultValue : throw new PluginException(
                $"its constructor asks for '{parameter.ParameterType.Name}', which the host does not offer. "
                + "Take the options, ILogger<T> or TimeProvider."));
    }
}
