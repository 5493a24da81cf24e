using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>Binds one component whose options come from the command line alone.</summary>
internal sealed class ComponentBinding(PluginSet plugins, IServiceProvider services)
{
    /// <summary>The component of that name with options such as <c>matrix_size=128</c>.</summary>
    /// <param name="name">The name after <c>use:</c>.</param>
    /// <param name="sets">The values of <c>--set</c>, in order.</param>
    /// <exception cref="FrameworkException">The name or an option is wrong; every problem is in the message, one a line.</exception>
    public Bound<T> Bind<T>(string name, IReadOnlyList<string> sets)
        where T : class
    {
        var problems = new ProblemList();
        var role = ComponentRole.NameOf(typeof(T));
        var origin = new Origin(role);
        var map = new MapNode(origin, [new MapEntry("use", origin, new ScalarNode(origin, name, true))]);
        map = new Overrides(problems).Apply(map, sets);
        var bound = new Binder(plugins, new ComponentFactory(services), problems).Bind(map, typeof(Bound<T>), Place.Of(role));
        if (problems.Count == 0)
            return (Bound<T>)bound!.Value!;
        var message = string.Join('\n', problems.Sorted());
        throw problems.PluginFailed ? new PluginException(message) : new ExperimentException(message);
    }
}
