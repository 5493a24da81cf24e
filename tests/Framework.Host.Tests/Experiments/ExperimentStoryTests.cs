using Framework.Host.Commands;
using Framework.Host.Experiments;

namespace Framework.Host.Tests.Experiments;

public sealed class ExperimentStoryTests : IDisposable
{
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tell_Experiment_NamesEachPartWithWhatWasWrittenAndNoDefaults()
    {
        var story = Tell(ExperimentFolder.Valid);

        Assert.Contains(("data", "Cases come from test.source (root: /data). A case that cannot be used is left out and listed. Pseudonyms stand for patients and files."), story);
        Assert.Contains(("split", "halves (train: 0.7)."), story);
        Assert.Contains(("stage classify", "In training alone: crop (size: [64, 32])."), story);
        Assert.Contains(("stage classify", "It is fitted by fit (epochs: 5, loss: { use: bce }, optimizer: { use: adam, learning_rate: 0.001 })."), story);
        Assert.Contains(("metrics", "weighted (weights: { any: 2 })."), story);
        Assert.Contains(("published", "auroc 0.98."), story);
    }

    [Fact]
    public void Tell_VariantsAndRepeats_AreCounted()
    {
        var story = Tell(ExperimentFolder.Valid + "\nrepeats: 3\nmatrix: { stages.classify.model.depth: [18, 34], seed: [1, 2] }");

        Assert.Contains(story, told => told.Section == "matrix" && told.Words.StartsWith("4 variants: ", StringComparison.Ordinal));
        Assert.Contains(("split", "halves (train: 0.7). Everything is fitted 3 times on each division."), story);
    }

    private List<(string Section, string Words)> Tell(string text) => [.. new ExperimentStory(_folder.Load(text).OrThrow(), new XmlDocs()).Tell()];
}
