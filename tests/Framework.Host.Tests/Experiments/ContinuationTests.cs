using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Tests.Experiments;

public sealed class ContinuationTests : IDisposable
{
    private const string Finish = "  finish: { continues: classify, fit_on: everything, trainer: { epochs: 1, optimizer: { learning_rate: 0.5 } } }";
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_StageThatContinues_HasWhatTheOtherHasWithItsOwnKeysLaidOver()
    {
        var stages = _folder.Load(With(Finish)).OrThrow().Stages;

        Assert.Equal(["classify", "finish"], stages.Select(stage => stage.Name));
        Assert.Equal(("classify", FitOn.Everything), (stages[1].Continues, stages[1].FitOn));
        Assert.Equal(stages[0].Steps.Select(step => step.Transform.Canonical), stages[1].Steps.Select(step => step.Transform.Canonical));
        Assert.Equal(stages[0].Model!.Canonical, stages[1].Model!.Canonical);
        var (first, second) = (OptionsOf(stages[0]), OptionsOf(stages[1]));
        Assert.Equal((5, 1, 0.5), (first.Epochs, second.Epochs, ((TestComponents.Adam)second.Optimizer).Options.LearningRate));
        Assert.Equal(first.Loss.GetType(), second.Loss.GetType());
        Assert.False(stages[1].HasControls);
    }

    [Fact]
    public void Load_MatrixOverTheOtherStage_ReachesTheOneThatContinues()
    {
        var experiment = _folder.Load($"{With(Finish)}\nmatrix: {{ stages.classify.model.depth: [18, 34] }}").OrThrow();

        Assert.Equal(2, experiment.AllVariants().Select(variant => variant.Stages[1].Model!.Canonical).Distinct().Count());
        var again = _folder.LoadFile(_folder.Write("again.yaml", experiment.Document.ToYaml())).OrThrow();
        Assert.Equal(experiment.AllVariants().Select(variant => variant.Stages[1].Canonical), again.AllVariants().Select(variant => variant.Stages[1].Canonical));
        Assert.Equal(experiment.Hash, again.Hash);
    }

    [Theory]
    [InlineData("  finish: { continues: clasify, trainer: { epochs: 1 } }", "20:24: the stage 'finish' continues 'clasify', and there is no such stage. Did you mean 'classify'?")]
    [InlineData("  finish: { continues: classify, reads: [classify], trainer: { epochs: 1 } }", "20:34: the stage 'finish' continues another one, which leaves no room for 'reads'. Leave 'reads' out.")]
    [InlineData("  finish: { continues: classify, fit_on: everything, cross_fit: 5, trainer: { epochs: 1 } }", "20:54: the stage 'finish' is fitted on everything, which leaves no room for 'cross_fit'. Leave 'cross_fit' out.")]
    public void Load_StageThatCannotContinueSo_SaysWhereAndWhatWouldBeRight(string stage, string problem) =>
        Assert.Contains($"trial.yaml:{problem}", _folder.Problems(With(stage)));

    [Fact]
    public void Load_StageThatReadsWhatWasFittedOnEverything_IsRefused() => Assert.Contains(
        "trial.yaml:21:19: the stage 'join' reads 'finish', which is fitted on everything and has no output of a case that it was not fitted on. Read the stage that it continues.",
        _folder.Problems(With(Finish + "\n  join: { reads: [finish], trainer: { use: fit, epochs: 1, loss: { use: bce }, optimizer: { use: adam, learning_rate: 0.1 } } }")));

    [Fact]
    public void Load_IncludedVariants_StandBesideTheCrossProduct()
    {
        var experiment = _folder.Load($"{ExperimentFolder.Valid}\nmatrix: {{ stages.classify.trainer.epochs: [1, 2], include: {{ other-half: {{ split: {{ train: 0.3 }} }} }} }}").OrThrow();

        Assert.Equal(["epochs-1", "epochs-2", "other-half"], experiment.AllVariants().Select(variant => variant.Variant));
        Assert.Equal([1, 2, 5], experiment.AllVariants().Select(variant => OptionsOf(variant.Stages[0]).Epochs)); // the file's own
        Assert.Equal(2, experiment.AllVariants().Select(variant => variant.Split.Canonical).Distinct().Count());
        var again = _folder.LoadFile(_folder.Write("again.yaml", experiment.Document.ToYaml())).OrThrow();
        Assert.Equal(experiment.Hash, again.Hash);
        Assert.Equal([1, 2, 5], again.AllVariants().Select(variant => OptionsOf(variant.Stages[0]).Epochs));
    }

    [Theory]
    [InlineData("{ include: { a: 1 } }", "'include' is a mapping of names to what is laid over the experiment: { by-slice: { split: { by: case, unsafe: true } } }.")]
    [InlineData("{ include: { a b: { seed: 1 } } }", "'a b' names a variant: up to 40 letters, digits, '-' and '_'.")]
    [InlineData("{ include: { a: { spilt: { train: 0.3 } } } }", "'matrix' varies stages, data, split and seed, and 'spilt' is none of these. Did you mean 'split'?")]
    public void Load_IncludedVariantsThatCannotBe_AreReported(string matrix, string problem) =>
        Assert.EndsWith(problem, Assert.Single(_folder.Problems($"{ExperimentFolder.Valid}\nmatrix: {matrix}")), StringComparison.Ordinal);

    private static TestComponents.FitOptions OptionsOf(Framework.Host.Experiments.StageSection stage) => ((TestComponents.Fit)stage.Trainer.Instance).Options;

    // Behind the stages of the valid experiment, before its metrics.
    private static string With(string stage) => ExperimentFolder.With((20, $"{stage}\nmetrics: [auroc, {{ use: weighted, weights: {{ any: 2 }} }}]"));
}
