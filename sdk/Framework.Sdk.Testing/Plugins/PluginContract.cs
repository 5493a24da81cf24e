using System.Text.RegularExpressions;
using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every plugin promises, and its components' options with it. A plugin's test class inherits this and is done.</summary>
/// <typeparam name="TPlugin">The entry point.</typeparam>
public abstract partial class PluginContract<TPlugin>
    where TPlugin : IPlugin, new()
{
    private static readonly string[] Containers = ["Microsoft.Extensions.Logging.ILogger`1", "Microsoft.Extensions.Logging.ILoggerFactory", typeof(TimeProvider).FullName!];

    private static IReadOnlyList<RegisteredComponent> Components => RegisteredComponent.Of(new TPlugin());

    /// <summary>The assembly has one public entry point.</summary>
    [Fact]
    public void Assembly_EntryPoint_IsTheOnlyOne()
    {
        var entries = typeof(TPlugin).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsVisible: true } && type.IsAssignableTo(typeof(IPlugin))).ToList();
        Assert.True(entries is [var only] && only == typeof(TPlugin), $"the host needs one public class with IPlugin; there are {entries.Count}: {string.Join(", ", entries.Select(type => type.Name))}.");
    }

    /// <summary>It registers the same components each time, each under a name of its own.</summary>
    [Fact]
    public void Register_EveryComponent_HasANameOfItsOwn()
    {
        Assert.True(Components.Count > 0, "the plugin registers nothing.");
        Assert.True(Components.SequenceEqual(Components), "it registers other components the second time. Let Register name components and decide nothing.");
        foreach (var component in Components)
            Assert.True(ComponentName().IsMatch(component.Name), $"'{component.Name}' is no name of a component: lower-case words joined by '-' or '.', such as 'ich.rsna'.");
        var twice = Components.GroupBy(component => (component.Interface, component.Name)).FirstOrDefault(group => group.Count() > 1);
        Assert.True(twice is null, $"the {twice?.Key.Interface.Name} '{twice?.Key.Name}' is registered twice.");
    }

    /// <summary>The host can make each component: an interface of the SDK, a class, one constructor that asks for what the host has.</summary>
    [Fact]
    public void Register_EveryComponent_CanBeMadeByTheHost()
    {
        foreach (var (contract, name, implementation, options) in Components)
        {
            Assert.True(contract.IsInterface && contract.Assembly == typeof(IPlugin).Assembly, $"'{name}' is registered as {contract.Name}, which is no interface of the SDK.");
            Assert.False(implementation.IsAbstract, $"'{name}' is the abstract class {implementation.Name}.");
            var constructors = implementation.GetConstructors();
            Assert.True(constructors.Length == 1, $"'{name}': {implementation.Name} has {constructors.Length} public constructors. Give it exactly one.");
            var parameters = constructors[0].GetParameters();
            Assert.True(options is null || parameters.Any(parameter => parameter.ParameterType == options), $"'{name}' is registered with {options?.Name}, which the constructor of {implementation.Name} does not take.");
            foreach (var parameter in parameters.Where(parameter => parameter.ParameterType != options && !parameter.HasDefaultValue))
                Assert.True(
                    Containers.Contains((parameter.ParameterType.IsGenericType ? parameter.ParameterType.GetGenericTypeDefinition() : parameter.ParameterType).FullName),
                    $"'{name}': the constructor of {implementation.Name} asks for {parameter.ParameterType.Name}, which the host does not have. Take the options, ILogger<T> or TimeProvider.");
        }
    }

    /// <summary>Every key of every options record can be bound from YAML, keeps its own rules by default, and has a rule that suits its type.</summary>
    [Fact]
    public void Options_EveryKey_BindsAndRejects()
    {
        foreach (var component in Components.Where(component => component.Options is not null))
        {
            foreach (var defect in OptionsDefects.Of(component.Options!))
                Assert.Fail($"'{component.Name}': {defect}");
        }
    }

    /// <summary>Every key of every options record has a doc comment: <c>describe</c>, the schema and the editor show it.</summary>
    [Fact]
    public void Options_EveryKey_HasADocComment()
    {
        foreach (var component in Components.Where(component => component.Options is not null))
        {
            foreach (var member in OptionsDocs.Missing(component.Options!))
                Assert.Fail($"'{component.Name}': {member} has no doc comment. Say what it is, its unit, its range and its default; describe and the editor show that.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+([-.][a-z0-9]+)*$")]
    private static partial Regex ComponentName();
}
