using Framework.Host.Experiments.Binding;

namespace Framework.Host.Tests.Experiments;

public sealed class ExperimentDifferenceTests : IDisposable
{
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Between_SameMeaningWrittenOtherwise_IsNothing() =>
        Assert.Empty(Differences(ExperimentFolder.With((17, "      epochs: +5"), (21, "controls: [{ use: untrained }]"))));

    [Fact]
    public void Between_EntriesOfAList_AreToldByTheirComponents()
    {
        var differences = Differences(ExperimentFolder.With(
            (11, "      - { use: crop, size: [8, 8] }\n      - keep"), // one more of a kind that is there
            (12, ""),
            (17, "      epochs: 7"),
            (20, "metrics: [auroc, { use: weighted, weights: { any: 3 } }]"),
            (21, "controls: []")));

        Assert.Equal(
            [
                "stages.classify.transforms[crop]: nothing -> { use: crop, size: [8, 8] }",
                "stages.classify.transforms[grey]: { use: grey } -> nothing",
                "stages.classify.trainer.epochs: 5 -> 7",
                "metrics[weighted].weights.any: 2 -> 3",
                "controls[untrained]: { use: untrained } -> nothing",
            ],
            differences);
    }

    [Fact]
    public void Between_OtherComponentInAPlace_IsOneDifference()
    {
        var difference = Assert.Single(Differences(ExperimentFolder.With((18, "      loss: { use: bce, pos_weight: even }"))));

        Assert.StartsWith("stages.classify.trainer.loss.pos_weight: ", difference, StringComparison.Ordinal);
    }

    private List<string> Differences(string other)
    {
        var (before, after) = (_folder.Load(ExperimentFolder.Valid).OrThrow().Document, _folder.Load(other).OrThrow().Document);
        return [.. before.DifferencesTo(after).Select(difference => $"{difference.Path}: {Words(difference.Before)} -> {Words(difference.After)}")];
    }

    private static string Words(ResolvedValue? value) => value switch
    {
        null => "nothing",
        ResolvedMap map when map.Entries[0].Key == "use" => $"{{ {string.Join(", ", map.Entries.Where(entry => entry.Key is "use" or "size").Select(entry => $"{entry.Key}: {ResolvedYaml.Inline(entry.Value)}"))} }}",
        _ => ResolvedYaml.Inline(value),
    };
}
