using System.Text.RegularExpressions;
using Framework.Components;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Tests.Processes;
using Framework.Host.Tests.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Host.Tests.Experiments;

/// <summary>Every block of YAML in the pages binds, with the shared components and the plugins of the project.</summary>
public sealed partial class DocumentedExperimentTests
{
    [Theory]
    [InlineData("experimenting.md", 20)]
    [InlineData("controls.md", 2)]
    [InlineData("operating.md", 1)]
    public void Load_EveryBlockOfYaml_Binds(string page, int least)
    {
        var blocks = Blocks(page);
        var plugins = PluginSet.Load(new SharedComponents(), Path.GetDirectoryName(HostProcess.Executable)!, []);
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).BuildServiceProvider();
        using var folder = new TemporaryFolder();

        Assert.True(blocks.Count >= least, $"{blocks.Count} blocks");
        foreach (var (block, text) in blocks.SelectMany(block => DocumentedFragment.Experiments(block).Select(text => (block, text))))
        {
            var problems = new ExperimentLoader(plugins, services).Load(folder.Write("example.yaml", text), []).Problems;
            Assert.True(problems.Count == 0, $"{string.Join('\n', problems)}\n{block}\n{text}");
        }
    }

    // What the test of the tutorial makes files of, and what it does not.
    [Fact]
    public void Authoring_EveryBlockOfYaml_IsAFileOfTheTutorial() => Assert.All(Blocks("authoring.md"), block => Assert.StartsWith("# experiments/", block, StringComparison.Ordinal));

    private static List<string> Blocks(string page) =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", page))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
