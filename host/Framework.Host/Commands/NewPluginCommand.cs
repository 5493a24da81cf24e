using System.CommandLine;
using Framework.Host.Authoring;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>new plugin NAME</c>: a project that builds, loads, passes its tests and runs a tiny experiment as it stands.</summary>
internal sealed class NewPluginCommand : HostCommand
{
    private static readonly string[] Usual = ["source", "transform", "metric"];

    private readonly Argument<string> _name = new("NAME") { Description = "KneeMri or knee-mri; Acme.KneeMri for a team's own namespace" };

    private readonly Option<string> _with = new("--with")
    {
        Description = $"What it is to have, of {string.Join(", ", PluginTemplate.Parts)}",
        HelpName = "PART,PART",
        DefaultValueFactory = _ => string.Join(',', Usual),
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "A folder for a repository of its own, built against the SDK's packages; without it the plugin comes into this repository",
        HelpName = "DIR",
    };

    private readonly Option<string?> _packages = new("--packages")
    {
        Description = "With --out: a folder that `framework sdk` filled; without it the SDK is packed into DIR/packages",
        HelpName = "DIR",
    };

    public NewPluginCommand()
        : base("plugin", "Begins a plugin: components, contract tests and an experiment that runs")
    {
        Add(_name);
        Add(_with);
        Add(_out);
        Add(_packages);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var name = PluginName.Parse(context.Arguments.GetValue(_name)!);
        var project = new PluginProject(name, Parts(context.Arguments.GetValue(_with)!));
        var (folder, packages) = (context.Arguments.GetValue(_out), context.Arguments.GetValue(_packages));
        if (packages is not null && folder is null)
            throw new ExperimentException("--packages is for a repository of its own. Say with --out where it is to be.");
        if (folder is null)
            Inside(context, project, name);
        else
            Alone(context, project, name, folder, packages);
        return ExitCode.Done;
    }

    private static void Inside(CommandContext context, PluginProject project, PluginName name)
    {
        var root = SourceTree.Require("Give --out DIR for a plugin in a repository of its own.");
        foreach (var file in project.WriteInto(root))
            context.Terminal.Line($"wrote {file}");
        context.Terminal.Line("added both projects to Framework.sln, and the plugin to host/Framework.slnf");
        context.Terminal.Line($"Next: ./framework run experiments/{name.Study}/quick.yaml, then ./framework test --filter FullyQualifiedName~{name.Assembly}");
    }

    private static void Alone(CommandContext context, PluginProject project, PluginName name, string folder, string? packages)
    {
        var root = SourceTree.Find();
        var launcher = root is null ? "framework" : Path.Combine(root, "framework");
        var own = Path.Combine(folder, "packages");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(entry => Path.GetFileName(entry) is not ("packages" or ".git")))
            throw new ExperimentException($"{folder}: the folder holds something already. Choose an empty one with --out.");
        var version = packages is not null ? SdkPackages.VersionIn(packages)
            : SdkPackages.Pack(SourceTree.Require("Give --packages DIR, a folder that `framework sdk` filled where the sources are."), Path.GetFullPath(own));
        if (packages is not null)
            Copy(packages, version, own);
        foreach (var file in project.WriteRepository(folder, launcher, version))
            context.Terminal.Line($"wrote {Path.Combine(folder, file)}");
        context.Terminal.Line($"built against the SDK {version} in {own}");
        context.Terminal.Line($"Next: cd {folder}, then dotnet test, then {launcher} run experiments/quick.yaml --plugins artifacts/plugins");
    }

    private static void Copy(string packages, string version, string own)
    {
        Directory.CreateDirectory(own);
        foreach (var package in Directory.EnumerateFiles(packages, $"*.{version}.nupkg"))
            File.Copy(package, Path.Combine(own, Path.GetFileName(package)), overwrite: true);
    }

    private static string[] Parts(string given)
    {
        var parts = given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.FirstOrDefault(part => !PluginTemplate.Parts.Contains(part)) is { } unknown)
            throw new ExperimentException($"--with: there is no part '{unknown}'.{Plugins.NearestName.Suggest(unknown, PluginTemplate.Parts)} There are {string.Join(", ", PluginTemplate.Parts)}.");
        return parts.Length > 0 ? parts : throw new ExperimentException($"--with names nothing. There are {string.Join(", ", PluginTemplate.Parts)}.");
    }
}
