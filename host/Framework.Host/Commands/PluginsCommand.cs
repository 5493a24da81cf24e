using System.CommandLine;
using System.Globalization;
using Framework.Host.Authoring;
using Framework.Host.Plugins;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>plugins</c>: what was loaded from where, and what failed and why.</summary>
internal sealed class PluginsCommand : HostCommand
{
    private readonly Option<bool> _json = CommandOptions.Json();

    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "A component, a plugin or a study: says where it comes from, or why it was not found",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public PluginsCommand()
        : base("plugins", "Lists the plugins: versions, places, and why one failed; exit code 4 where one did")
    {
        Add(_name);
        Add(_json);
    }

    /// <inheritdoc />
    public override bool ShowsFailedPlugins => true;

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        if (context.Arguments.GetValue(_name) is not null && context.Arguments.GetValue(_json))
            throw new ExperimentException("--json lists plugins, and NAME asks about one component in words. Leave one of them out; `framework describe NAME --json` has a component's options.");
        if (context.Arguments.GetValue(_name) is { } name)
            return Search(context, name);
        var results = context.Plugins.Results;
        if (context.Arguments.GetValue(_json))
            WriteJson(context.Terminal.Results, results);
        else
            WriteTable(context.Terminal, results);
        return results.All(result => result.Loaded) ? ExitCode.Done : ExitCode.PluginFailed;
    }

    private static ExitCode Search(CommandContext context, string name)
    {
        var sources = SourceTree.Find() is { } root ? Path.Combine(root, "plugins") : null;
        var (code, lines) = new PluginSearch(context.Plugins, context.PluginFolders, sources).Of(name);
        foreach (var line in lines)
        {
            if (code == ExitCode.Done)
                context.Terminal.Results.WriteLine(line);
            else
                context.Terminal.Error(line);
        }

        return code;
    }

    private static void WriteTable(HostTerminal terminal, IReadOnlyList<PluginLoadResult> results)
    {
        List<IReadOnlyList<string>> rows = [["PLUGIN", "VERSION", "SDK", "COMPONENTS", "PATH"]];
        rows.AddRange(results.Select(result => (IReadOnlyList<string>)[
            result.Name, Text(result.Version), Text(result.SdkVersion),
            result.Loaded ? result.Components.Count.ToString(CultureInfo.InvariantCulture) : "failed", result.Path]));
        foreach (var line in TextTable.Lines(rows, terminal.ResultWidth))
            terminal.Results.WriteLine(line);
        foreach (var failed in results.Where(result => !result.Loaded))
            terminal.Error(failed.Problem!);
    }

    private static void WriteJson(TextWriter output, IReadOnlyList<PluginLoadResult> results) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Name);
            json.WriteString("path", result.Path);
            json.WriteString("version", result.Version?.ToString());
            json.WriteString("sdk", result.SdkVersion?.ToString());
            json.WriteBoolean("loaded", result.Loaded);
            json.WriteString("problem", result.Problem);
            json.WriteStartArray("components");
            foreach (var component in result.Components)
                json.WriteStringValue(component.Name);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Text(Version? version) => version?.ToString(3) ?? "-";
}
