namespace Framework.Host.Tests.Experiments;

public sealed class OverrideTests : IDisposable
{
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Set_Key_ReplacesItsValue()
    {
        var experiment = _folder.Load(ExperimentFolder.Valid, "seed=11", "stages.classify.trainer.epochs=9").OrThrow();

        Assert.Equal((11UL, 9), (experiment.Seed, ((TestComponents.Fit)experiment.Stages[0].Trainer.Instance).Options.Epochs));
    }

    [Fact]
    public void Set_Index_ReplacesThatEntryAlone()
    {
        var transforms = _folder.Load(ExperimentFolder.Valid, "stages.classify.transforms[2].size=[16, 8]", "stages.classify.transforms[1]=keep").OrThrow().Stages[0].Transforms;

        Assert.Equal([16, 8], ((TestComponents.Crop)transforms[2].Transform).Options.Size);
        Assert.Equal(["keep", "keep", "crop"], transforms.Select(step => step.Name));
    }

    [Fact]
    public void Set_NewKey_IsAdded() =>
        Assert.Equal(0.5, ((TestComponents.Adam)Trainer("stages.classify.trainer.optimizer.weight_decay=0.5").Optimizer).Options.WeightDecay);

    [Fact]
    public void Set_Mapping_IsParsedAsYaml() =>
        Assert.Equal(2, ((TestComponents.Sgd)Trainer("stages.classify.trainer.optimizer={ use: sgd, learning_rate: 2 }").Optimizer).Options.LearningRate);

    [Fact]
    public void Set_KeyOfAPlainName_OpensIt() =>
        Assert.Equal("x", ((TestComponents.Bce)Trainer("stages.classify.trainer.loss=bce", "stages.classify.trainer.loss.pos_weight=x").Loss).Options.PosWeight);

    [Fact]
    public void Set_Null_TakesAKeyAway() => Assert.Null(_folder.Load(ExperimentFolder.Valid, "stages.classify.model=null").OrThrow().Stages[0].Model);

    [Fact]
    public void Set_Text_MayHoldEqualsSigns() =>
        Assert.Equal("/a=b", ((TestComponents.Source)_folder.Load(ExperimentFolder.Valid, "data.root=/a=b").OrThrow().Data.Source.Instance).Options.Root);

    [Theory]
    [InlineData("seed=many", "the experiment needs 'seed' to be a whole number of at least 0; it is 'many'.")]
    [InlineData("seed", "an override has the form key=value: '--set stages.classify.trainer.epochs=2', '--set metrics[0]=auroc'.")]
    [InlineData("stages..x=1", "an override has the form key=value: '--set stages.classify.trainer.epochs=2', '--set metrics[0]=auroc'.")]
    [InlineData("stages.clasify.model=net", "'stages' has no 'clasify'. Did you mean 'classify'?")]
    [InlineData("metrics[2]=auroc", "'metrics' has no entry [2]; its entries are [0] to [1].")]
    [InlineData("controls[1]=untrained", "'controls' has no entry [1]; it has one entry, [0].")]
    [InlineData("data[0]=x", "'data' is no list.")]
    [InlineData("metrics.use=auroc", "'metrics' is a list. Its entries are 'metrics[0]' and so on.")]
    [InlineData("split.trian=0.5", "'halves' has no option 'trian'. Did you mean 'train'? `framework describe halves` lists them.")]
    public void Set_Wrong_IsReportedUnderTheWholeOption(string set, string problem) =>
        Assert.Equal([$"--set {set}: {problem}"], _folder.Problems(ExperimentFolder.Valid, set));

    [Fact]
    public void Set_NoYaml_IsReportedUnderTheWholeOption() =>
        Assert.StartsWith("--set seed=[1: this is not YAML: ", Assert.Single(_folder.Problems(ExperimentFolder.Valid, "seed=[1")), StringComparison.Ordinal);

    [Fact]
    public void Set_KeyWithAnUnsetVariable_NoLongerNeedsIt()
    {
        var experiment = _folder.Load(ExperimentFolder.With((5, "  root: ${NOT_SET}")), "data.root=/here").OrThrow();

        Assert.Equal("/here", ((TestComponents.Source)experiment.Data.Source.Instance).Options.Root);
    }

    private TestComponents.FitOptions Trainer(params string[] sets) =>
        ((TestComponents.Fit)_folder.Load(ExperimentFolder.Valid, sets).OrThrow().Stages[0].Trainer.Instance).Options;
}
