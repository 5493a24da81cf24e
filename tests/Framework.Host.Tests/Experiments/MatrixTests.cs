namespace Framework.Host.Tests.Experiments;

public sealed class MatrixTests : IDisposable
{
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_TwoPlaces_MakesTheCrossProductWithReadableNames()
    {
        var experiment = _folder.Load(With("{ stages.classify.trainer.epochs: [1, 2], stages.classify.trainer.loss.pos_weight: [even, null] }")).OrThrow();

        Assert.Equal(["epochs-1.pos_weight-even", "epochs-1.pos_weight-null", "epochs-2.pos_weight-even", "epochs-2.pos_weight-null"], experiment.AllVariants().Select(variant => variant.Variant));
        Assert.Equal([1, 1, 2, 2], experiment.AllVariants().Select(variant => ((TestComponents.Fit)variant.Stages[0].Trainer.Instance).Options.Epochs));
    }

    [Fact]
    public void Load_NamedMappings_AreLaidOverWhatStandsThere()
    {
        var plain = ((TestComponents.Fit)_folder.Load(ExperimentFolder.Valid).OrThrow().Stages[0].Trainer.Instance).Options;
        var variants = _folder.Load(With("{ stages.classify.trainer: { short: { epochs: 1 }, long-even: { epochs: 7, loss: { pos_weight: even } } } }")).OrThrow().AllVariants().ToList();

        Assert.Equal(["trainer-short", "trainer-long-even"], variants.Select(variant => variant.Variant));
        var options = variants.Select(variant => ((TestComponents.Fit)variant.Stages[0].Trainer.Instance).Options).ToList();
        Assert.Equal([1, 7], options.Select(each => each.Epochs));
        Assert.All(options, each => Assert.Equal((plain.Limit, plain.Optimizer.GetType()), (each.Limit, each.Optimizer.GetType()))); // all else is as it was
    }

    [Fact]
    public void ToYaml_NamedMappings_LoadAgainToTheSameExperiment()
    {
        var experiment = _folder.Load(With("{ stages.classify.trainer: { one: { epochs: 1 }, two: { epochs: 2 } } }")).OrThrow();

        Assert.Equal(experiment.Hash, _folder.LoadFile(_folder.Write("again.yaml", experiment.Document.ToYaml())).OrThrow().Hash);
    }

    // What the first variant says must not be beneath the second one when the run's own file is loaded again.
    [Theory]
    [InlineData("{ stages.classify.trainer: { long-even: { epochs: 7, loss: { pos_weight: even } }, short: { epochs: 1 } } }")]
    [InlineData("{ \"stages.classify.transforms[0]\": { crop: { use: crop, size: [8, 8] }, grey: { use: grey, levels: [brain] } }, stages.classify.trainer.schedule: { steady: constant, none: null } }")]
    public void ToYaml_NamedMappings_KeepsEveryVariant(string matrix)
    {
        var experiment = _folder.Load(With(matrix)).OrThrow();

        var again = _folder.LoadFile(_folder.Write("again.yaml", experiment.Document.ToYaml())).OrThrow();

        Assert.Equal(experiment.Hash, again.Hash);
        Assert.Equal(experiment.AllVariants().Select(variant => variant.Stages[0].Canonical), again.AllVariants().Select(variant => variant.Stages[0].Canonical));
        Assert.Equal(experiment.AllVariants().Count(), experiment.AllVariants().Select(variant => variant.Stages[0].Canonical).Distinct().Count());
    }

    [Fact]
    public void Load_LastKeysAlike_AreToldApartByTheKeysBefore()
    {
        var experiment = _folder.Load(With("{ stages.classify.model.depth: [18], \"stages.classify.transforms[2].size\": [[64, 32], [32, 32]], \"stages.classify.transforms[1].margin\": [{ left: 1 }, { left: 2 }] }")).OrThrow();

        Assert.Equal("depth-18.size-64x32.margin-value-1", experiment.Variant);
    }

    [Fact]
    public void ToYaml_Matrix_LoadsAgainToTheSameExperiment()
    {
        var experiment = _folder.Load(With("{ stages.classify.trainer.epochs: [1, 2], seed: [3] }")).OrThrow();

        var again = _folder.LoadFile(_folder.Write("again.yaml", experiment.Document.ToYaml())).OrThrow();

        Assert.Equal((experiment.Hash, experiment.OtherVariants[0].Hash), (again.Hash, again.OtherVariants[0].Hash));
        Assert.NotEqual(experiment.Hash, _folder.Load(With("{ stages.classify.trainer.epochs: [1, 3], seed: [3] }")).OrThrow().Hash);
    }

    [Fact]
    public void Load_MatrixTakenAway_IsThePlainExperiment() =>
        Assert.Equal(_folder.Load(ExperimentFolder.Valid).OrThrow().Hash, _folder.Load(With("{ seed: [1, 2] }"), "matrix=null").OrThrow().Hash);

    [Theory]
    [InlineData("[1]", "23:9: 'matrix' is a mapping of places to lists of values: { stages.classify.model.depth: [34, 50] }.")]
    [InlineData("{ seed: 1 }", "23:17: 'matrix' needs a list of values for 'seed', such as [34, 50], or a mapping of names to them.")]
    [InlineData("{ stages.classify.trainer: { a b: { epochs: 1 } } }", "23:38: 'a b' names a variant: up to 40 letters, digits, '-' and '_'.")]
    [InlineData("{ stage.classify.epochs: [1] }", "23:11: 'matrix' varies stages, data, split and seed, and 'stage.classify.epochs' is none of these. Did you mean 'stages'?")]
    [InlineData("{ stages.clasify.model: [1] }", "23:11: 'stages' has no 'clasify'. Did you mean 'classify'?")]
    [InlineData("{ stages.classify.model.depth: [18, 19] }", "23:45: 'net' needs 'depth' to be 18 or 34; it is '19'. (variant 'depth-19')")]
    public void Load_MatrixThatCannotBe_SaysWhereAndInWhichVariant(string matrix, string problem) =>
        Assert.Equal([$"trial.yaml:{problem}"], _folder.Problems(With(matrix)));

    private static string With(string matrix) => $"{ExperimentFolder.Valid}\nmatrix: {matrix}";
}
