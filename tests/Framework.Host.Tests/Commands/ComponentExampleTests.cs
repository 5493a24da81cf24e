using Framework.Components;
using Framework.Host.Commands;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;
using Framework.Host.Tests.Experiments;
using Framework.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Host.Tests.Commands;

public sealed class ComponentExampleTests
{
    [Fact]
    public void Of_EverySharedComponent_BindsAsItStands() => AssertEveryExampleBinds(new SharedComponents());

    [Fact]
    public void Of_EveryKindOfOption_BindsAsItStands() => AssertEveryExampleBinds(new TestComponents());

    [Fact]
    public void Of_NestedComponents_GivesEachItsOwnRequiredOptions()
    {
        var catalogue = ExperimentFolder.TestCatalogue().Catalogue;
        Assert.True(catalogue.TryFind(typeof(ITrainer), "fit", out var fit));

        Assert.Equal("{ use: fit, epochs: 1, loss: { use: bce }, optimizer: { use: adam, learning_rate: 0.5 } }", ComponentExample.Of(fit, catalogue, new XmlDocs()));
    }

    private static void AssertEveryExampleBinds(IPlugin plugin)
    {
        var catalogue = new ComponentCatalogue();
        catalogue.Register(plugin);

        // 'lonely' asks its constructor for what no host has.
        foreach (var component in catalogue.All.Where(component => component.Name != "lonely"))
            Assert.Equal((component.Name, ""), (component.Name, Problems(component, ComponentExample.Of(component, catalogue, new XmlDocs()), catalogue)));
    }

    private static string Problems(Component component, string example, ComponentCatalogue catalogue)
    {
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).BuildServiceProvider();
        var problems = new ProblemList();
        var node = YamlReader.Read(example, "example", problems)!;
        new Binder(new PluginSet(catalogue, []), new ComponentFactory(services), problems)
            .Bind(node, component.Interface == typeof(ITransform) ? typeof(TransformFields) : typeof(Bound<>).MakeGenericType(component.Interface), Place.Root);
        return string.Join('\n', problems.Sorted());
    }
}
