using System.CommandLine;
using System.CommandLine.Completions;
using Framework.Host.Plugins;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>components</c>: the catalogue.</summary>
internal sealed class ComponentsCommand : HostCommand
{
    private readonly Option<string?> _interface = new("--interface")
    {
        Description = "Only components of this interface, such as transform",
        HelpName = "NAME",
    };

    private readonly Option<string?> _plugin = new("--plugin") { Description = "Only components of this plugin", HelpName = "NAME" };
    private readonly Option<DirectoryInfo?> _markdown = new("--markdown") { Description = "Writes a page for each of them into a folder", HelpName = "DIR" };
    private readonly Option<bool> _json = CommandOptions.Json();

    public ComponentsCommand()
        : base("components", "Lists the components that experiments can use")
    {
        _interface.CompletionSources.Add(_ => HostPlugins.Load([]).Catalogue.All.Select(component => new CompletionItem(ComponentRole.NameOf(component.Interface))));
        Add(_interface);
        Add(_plugin);
        Add(_markdown);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        CommandOptions.RequireOne(context.Arguments, "one writes pages into a folder, the other JSON to standard output", _markdown, _json);
        var all = context.Plugins.Catalogue.All;
        var role = context.Arguments.GetValue(_interface);
        var components = Only(all, role, "interface", component => ComponentRole.NameOf(component.Interface));
        components = Only(components, context.Arguments.GetValue(_plugin), "plugin", component => component.Plugin);
        var docs = new XmlDocs();
        if (context.Arguments.GetValue(_markdown) is { } folder)
            WritePages(context, folder.FullName, ComponentPages.Of(components, context.Plugins.Catalogue, docs));
        else if (context.Arguments.GetValue(_json))
            WriteJson(context, components, docs);
        else
            WriteTable(context, components, docs);
        return ExitCode.Done;
    }

    private static IReadOnlyList<Component> Only(
        IReadOnlyList<Component> components, string? name, string what, Func<Component, string> nameOf)
    {
        if (name is null)
            return components;
        var found = components.Where(component => nameOf(component).Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count > 0)
            return found;
        var known = components.Select(nameOf).Distinct().ToList();
        var suggestion = NearestName.Suggest(name, known);
        throw new ExperimentException(
            $"--{what}: there are no components of the {what} '{name}'.{suggestion} There are: {string.Join(", ", known)}.");
    }

    private static void WriteTable(CommandContext context, IReadOnlyList<Component> components, XmlDocs docs)
    {
        List<IReadOnlyList<string>> rows = [["INTERFACE", "NAME", "PLUGIN", "DOES"]];
        rows.AddRange(components.Select(component => (IReadOnlyList<string>)[
            ComponentRole.NameOf(component.Interface), component.Name, component.Plugin, docs.Of(component.Implementation).FirstSentence]));
        foreach (var line in TextTable.Lines(rows, context.Terminal.ResultWidth))
            context.Terminal.Results.WriteLine(line);
        context.Terminal.Line("framework describe NAME shows a component's options.");
    }

    private static void WritePages(CommandContext context, string folder, SortedDictionary<string, string> pages)
    {
        foreach (var (path, page) in pages)
            WrittenFile.Text(Path.Combine(folder, path), page, "Choose another folder with --markdown.");
        context.Terminal.Line($"{pages.Count} pages are in {folder}");
    }

    private static void WriteJson(CommandContext context, IReadOnlyList<Component> components, XmlDocs docs) =>
        JsonText.Write(context.Terminal.Results, json =>
        {
            json.WriteStartArray();
            foreach (var component in components)
                ComponentJson.Write(json, component, docs);
            json.WriteEndArray();
        });
}
