using System.CommandLine;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Binding;
using Framework.Host.Schema;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>new experiment NAME</c>: an experiment's file to go on from, and an editor that understands it.</summary>
internal sealed class NewExperimentCommand : HostCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "Its name: letters, digits, '-' and '_'" };

    private readonly Option<string?> _from = new("--from")
    {
        Description = "An experiment that the new one is to change a few keys of; without it, one that reads a table of your own cases",
        HelpName = "FILE",
    };

    private readonly Option<string?> _out = new("--out") { Description = "The file to write; experiments/NAME.yaml without it", HelpName = "FILE" };

    private readonly Option<string> _root = new("--root")
    {
        Description = "The folder that the editor opens",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    public NewExperimentCommand()
        : base("experiment", "Begins an experiment, and lets VS Code complete and check its keys")
    {
        Add(_name);
        Add(_from);
        Add(_out);
        Add(_root);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var name = context.Arguments.GetValue(_name)!;
        var root = context.Arguments.GetValue(_root)!;
        var file = context.Arguments.GetValue(_out) ?? Path.Combine(root == "." ? "" : root, "experiments", $"{name}.yaml");
        if (File.Exists(file))
            throw new ExperimentException($"{file}: there is such a file already. Choose another name, or another place with --out.");
        if (!FolderName.Is(name))
            throw new ExperimentException($"an experiment's name names a folder: {FolderName.Form}; it is '{name}'.");
        var text = context.Arguments.GetValue(_from) is { } basis ? Changing(context, name, file, basis) : Template(name);
        WrittenFile.Text(file, text, "Choose another place with --out.");
        context.Terminal.Line($"wrote {file}");
        var editor = new EditorSettings(root);
        WrittenFile.Text(editor.SchemaFile, ExperimentSchema.Of(context.Plugins.Catalogue, new XmlDocs()).ToJsonString(), "Make the folder writable.");
        context.Terminal.Line(editor.Refer(file));
        context.Terminal.Line($"Next: ./framework validate {file}");
        return ExitCode.Done;
    }

    private static string Changing(CommandContext context, string name, string file, string basis)
    {
        context.Loader.Load(basis, []).OrThrow();
        var relative = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFullPath(basis));
        return $"""
            # Changes {basis}: mappings are joined key by key, lists are replaced whole, null takes a key away.
            # `./framework diff {basis} {file}` shows what came out of it.
            extends: {YamlText.Of(relative)}
            name: {name}

            """;
    }

    private static string Template(string name)
    {
        using var stream = typeof(NewExperimentCommand).Assembly.GetManifestResourceStream("Framework.Host.Commands.NewExperiment.yaml")!;
        return new StreamReader(stream).ReadToEnd().Replace("NAME", name, StringComparison.Ordinal);
    }
}
