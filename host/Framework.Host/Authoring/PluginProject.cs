using Framework.Host.Commands;
using Framework.Sdk;

namespace Framework.Host.Authoring;

/// <summary>A new plugin on the disk: a project, its tests and an experiment.</summary>
/// <param name="name">What it is called.</param>
/// <param name="parts">Some of <see cref="PluginTemplate.Parts"/>.</param>
internal sealed class PluginProject(PluginName name, IReadOnlyList<string> parts)
{
    /// <summary>Writes it into this repository: <c>plugins/</c>, <c>tests/</c> and <c>experiments/</c>, and adds the projects to the solutions.</summary>
    /// <param name="root">The repository.</param>
    /// <returns>The files, relative to the repository.</returns>
    public IReadOnlyList<string> WriteInto(string root)
    {
        var (plugin, tests) = ($"plugins/{name.Assembly}", $"tests/{name.Assembly}.Tests");
        var written = Write(root, "inside", $"./framework run experiments/{name.Study}/quick.yaml", "", role => role switch
        {
            "plugin" => plugin,
            "tests" => tests,
            _ => $"experiments/{name.Study}",
        });
        SourceTree.Add(root, $"{plugin}/{name.Assembly}.csproj");
        SourceTree.Add(root, $"{tests}/{name.Assembly}.Tests.csproj");
        return written;
    }

    /// <summary>Writes it as a repository of its own.</summary>
    /// <param name="folder">Made where it is not there.</param>
    /// <param name="launcher">How the framework is called from there.</param>
    /// <param name="sdkVersion">The version of the SDK's packages in <c>packages/</c>.</param>
    /// <returns>The files, relative to the folder.</returns>
    public IReadOnlyList<string> WriteRepository(string folder, string launcher, string sdkVersion) =>
        Write(folder, "repository", $"{launcher} run experiments/quick.yaml --plugins artifacts/plugins", sdkVersion, role => role switch
        {
            "plugin" => $"src/{name.Assembly}",
            "tests" => $"tests/{name.Assembly}.Tests",
            "experiment" => "experiments",
            _ => ".",
        }, launcher);

    private IReadOnlyList<string> Write(string root, string kind, string runner, string sdkVersion, Func<string, string> folderOf, string launcher = "")
    {
        (string, string)[] values =
        [
            ("Study.Assembly", name.Assembly), ("StudyName", name.Type), ("study-name", name.Study),
            ("RUNNER", runner), ("LAUNCHER", launcher), ("SDK_VERSION", sdkVersion),
        ];
        var files = PluginTemplate.Files(parts.Append("always").Append(kind).ToHashSet(StringComparer.Ordinal), values)
            .Select(file => (Path: Path.Combine(folderOf(file.Role), file.Name).Replace("./", "", StringComparison.Ordinal), file.Text)).ToList();
        if (files.Select(file => file.Path).FirstOrDefault(path => File.Exists(Path.Combine(root, path))) is { } taken)
            throw new ExperimentException($"{Path.Combine(root, taken)}: there is such a file already, and nothing was written. Choose another name, or another place with --out.");
        foreach (var (path, text) in files)
            WrittenFile.Text(Path.Combine(root, path), text, "Choose another place with --out.");
        return [.. files.Select(file => file.Path)];
    }
}
