using System.Text.RegularExpressions;
using Framework.Components;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Tests.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Host.Tests.Experiments;

/// <summary>Every example of <c>docs/cohorts.md</c> binds as it stands.</summary>
public sealed partial class DocumentedCohortTests
{
    private const string Rest = """

        name: example
        split: { use: holdout, train: 0.5, validate: 0.25, test: 0.25 }
        stages: { classify: { trainer: { use: supervised, epochs: 1, batch_size: 1, loss: { use: bce-with-logits }, optimizer: { use: adam, learning_rate: 0.1 } } } }
        """;

    [Fact]
    public void Load_EveryExample_Binds()
    {
        var text = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "cohorts.md"));
        var examples = Example().Matches(text).Select(match => match.Groups[1].Value).ToList();
        var catalogue = new ComponentCatalogue();
        catalogue.Register(new SharedComponents());
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).BuildServiceProvider();
        using var folder = new TemporaryFolder();

        Assert.Equal(5, examples.Count);
        foreach (var example in examples)
            Assert.Empty(new ExperimentLoader(new PluginSet(catalogue, []), services).Load(folder.Write("example.yaml", example + Rest), []).Problems);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
