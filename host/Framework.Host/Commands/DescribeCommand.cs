using System.CommandLine;
using System.CommandLine.Completions;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>describe NAME</c>: what a component does and takes.</summary>
internal sealed class DescribeCommand : HostCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "A component, as after 'use:'" };
    private readonly Option<bool> _json = CommandOptions.Json();

    public DescribeCommand()
        : base("describe", "Shows what a component does, its options, and an example")
    {
        _name.CompletionSources.Add(_ => HostPlugins.Load([]).Catalogue.All.Select(component => new CompletionItem(component.Name)));
        Add(_name);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var found = Find(context.Arguments.GetValue(_name)!, context.Plugins);
        var docs = new XmlDocs();
        if (context.Arguments.GetValue(_json))
            JsonText.Write(context.Terminal.Results, json => ComponentJson.Write(json, found[0], docs));
        else
            context.Terminal.Results.Write(string.Join(
                "\n", found.Select(component => ComponentText.Write(component, context.Plugins.Catalogue, docs, context.Terminal.ResultWidth))));
        return ExitCode.Done;
    }

    private static IReadOnlyList<Component> Find(string name, PluginSet plugins)
    {
        if (plugins.Catalogue.Named(name) is { Count: > 0 } found)
            return found;
        if (plugins.FailedOwner(name) is { } owner)
        {
            throw new PluginException(
                $"the component '{name}' is missing because plugin '{owner.Name}' could not be loaded. {owner.Problem}", owner.Cause);
        }

        var nearest = NearestName.Suggest(name, plugins.Catalogue.All.Select(component => component.Name).Distinct());
        throw new ExperimentException($"no plugin offers a component '{name}'.{nearest} `framework components` lists them.{(nearest.Length == 0 ? plugins.Catalogue.Elsewhere(name) : "")}");
    }
}
