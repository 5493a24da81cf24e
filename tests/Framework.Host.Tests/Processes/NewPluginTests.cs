using Framework.Host.Authoring;
using Framework.Host.Commands;
using Framework.Host.Tests.Commands;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>A new plugin builds, passes its tests, loads and runs its experiment as it stands: among the framework's own, and in a repository of its own.</summary>
public sealed class NewPluginTests : IDisposable
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
    private static readonly string Root = SharedData.RepositoryRoot;

    private readonly TemporaryFolder _folder = new();
    private string? _packed;

    public void Dispose()
    {
        _folder.Dispose();
        // The packages of this build stay in no cache.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (_packed is null || !Directory.Exists(cache))
            return;
        foreach (var package in Directory.GetDirectories(cache, "framework.*").Select(package => Path.Combine(package, _packed)).Where(Directory.Exists))
            Directory.Delete(package, recursive: true);
    }

    [Fact]
    public async Task NewPlugin_AmongTheFrameworksOwn_BuildsPassesItsTestsAndRuns()
    {
        PluginTree.LayOut(_folder);
        var name = PluginName.Parse("knee-mri");
        var tests = PluginTree.Begin(_folder, name, PluginTemplate.Parts);

        var listed = await ProgramRun.Of(_folder.Path, "dotnet", "sln", "Framework.sln", "list");
        var built = await ProgramRun.Of(_folder.Path, "dotnet", ["build", _folder.File("plugins", name.Assembly), .. PluginTree.Build]);
        var tested = await ProgramRun.Of(_folder.Path, "dotnet", ["test", tests, .. PluginTree.Build]);
        var ran = await HostProcess.Run(_folder.Path, "run", "experiments/knee-mri/quick.yaml", "--plugins", _folder.File("artifacts", "plugins"), "--threads", "1", "--loader-threads", "1", "--device", "cpu");

        Assert.Contains($"tests/{name.Assembly}.Tests/{name.Assembly}.Tests.csproj", listed.Output, StringComparison.Ordinal);
        Assert.True(built.Code == 0, built.Output);
        Assert.True(tested.Code == 0, tested.Output);
        Assert.True(ran.Code == 0, ran.Error);
        Assert.True(File.Exists(_folder.File(ran.Output.Trim(), "report.html")), ran.Output);
    }

    [Fact]
    public async Task NewPlugin_InARepositoryOfItsOwn_BuildsAgainstThePackagesPassesItsTestsAndRuns()
    {
        var (feed, own) = (_folder.File("feed"), _folder.File("own"));
        var packed = await ProgramRun.Of(Root, Path.Combine(Root, "host", "pack", "sdk.sh"), feed, Configuration);
        Assert.True(packed.Code == 0, packed.Output);
        _packed = packed.Output.Trim();

        var begun = CommandRun.With([new NewCommand()], "new", "plugin", "Acme.KneeMri", "--with", "transform,metric", "--out", own, "--packages", feed);
        Assert.True(begun.Code == ExitCode.Done, begun.Error);
        var tested = await ProgramRun.Of(own, "dotnet", "test", "-c", "Release", "-nologo");
        var ran = await HostProcess.Run(own, "run", "experiments/quick.yaml", "--plugins", "artifacts/plugins", "--threads", "1", "--loader-threads", "1", "--device", "cpu");

        Assert.True(tested.Code == 0, tested.Output);
        Assert.Equal(
            ["Acme.KneeMri.deps.json", "Acme.KneeMri.dll", "Acme.KneeMri.pdb", "Acme.KneeMri.xml"],
            Directory.EnumerateFileSystemEntries(Path.Combine(own, "artifacts", "plugins", "Acme.KneeMri")).Select(Path.GetFileName).Where(file => !file!.EndsWith("runtimeconfig.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.True(ran.Code == 0, ran.Error);
        Assert.True(File.Exists(Path.Combine(own, ran.Output.Trim(), "report.html")), ran.Output);
    }

    [Fact]
    public void NewPlugin_FolderThatHoldsSomething_IsLeftAlone()
    {
        File.WriteAllText(_folder.File("notes.txt"), "mine");

        var run = CommandRun.With([new NewCommand()], "new", "plugin", "KneeMri", "--out", _folder.Path, "--packages", _folder.Path);

        Assert.Equal((ExitCode.WrongExperiment, $"{_folder.Path}: the folder holds something already. Choose an empty one with --out.{Environment.NewLine}"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("metrics", "--with: there is no part 'metrics'. Did you mean 'metric'? There are source, transform, model, trainer, metric, writer, table.")]
    [InlineData(",", "--with names nothing. There are source, transform, model, trainer, metric, writer, table.")]
    public void NewPlugin_PartThatThereIsNot_NamesThoseThatThereAre(string parts, string message) =>
        Assert.Equal(message + Environment.NewLine, CommandRun.With([new NewCommand()], "new", "plugin", "KneeMri", "--with", parts, "--out", _folder.Path).Error);
}
