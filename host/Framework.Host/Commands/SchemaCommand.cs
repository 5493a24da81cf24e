using System.CommandLine;
using Framework.Host.Schema;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>schema</c>: experiments as JSON Schema, for editors.</summary>
internal sealed class SchemaCommand : HostCommand
{
    private readonly Option<string?> _out = new("--out") { Description = "The file to write; standard output without it", HelpName = "FILE" };

    public SchemaCommand()
        : base("schema", "Writes the JSON Schema of experiments, with every loaded component, for an editor's completion and checks") => Add(_out);

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var schema = ExperimentSchema.Of(context.Plugins.Catalogue, new XmlDocs());
        if (context.Arguments.GetValue(_out) is { } file)
        {
            WrittenFile.Text(file, JsonText.Of(json => schema.WriteTo(json)), "Choose another place with --out.");
            context.Terminal.Line($"wrote {file}. `framework new experiment` tells VS Code of it.");
        }
        else
        {
            JsonText.Write(context.Terminal.Results, json => schema.WriteTo(json));
        }

        return ExitCode.Done;
    }
}
