namespace Framework.Host.Tests.Experiments;

public sealed class CompositionTests : IDisposable
{
    private readonly ExperimentFolder _folder = new();

    public CompositionTests() => _folder.Write("base.yaml", ExperimentFolder.Valid);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Extends_Keys_AreMergedDeeply()
    {
        var experiment = _folder.Load("extends: base.yaml\nname: other\nstages: { classify: { trainer: { optimizer: { learning_rate: 0.5 } } } }").OrThrow();

        var trainer = (TestComponents.Fit)experiment.Stages[0].Trainer.Instance;
        Assert.Equal(("other", 7UL, 5), (experiment.Name, experiment.Seed, trainer.Options.Epochs));
        Assert.Equal(0.5, ((TestComponents.Adam)trainer.Options.Optimizer).Options.LearningRate);
    }

    [Fact]
    public void Extends_Lists_AreReplacedWhole() =>
        Assert.Equal(["keep"], _folder.Load("extends: base.yaml\nstages: { classify: { transforms: [keep] } }").OrThrow().Stages[0].Transforms.Select(step => step.Name));

    [Fact]
    public void Extends_Null_TakesAKeyAway()
    {
        var experiment = _folder.Load("extends: base.yaml\ncontrols: null\nstages: { classify: { model: ~ } }").OrThrow();

        Assert.Empty(experiment.Controls);
        Assert.Null(experiment.Stages[0].Model);
    }

    [Fact]
    public void Extends_NullForAKeyThatIsNotThere_IsStillAnUnknownKey() =>
        Assert.Equal(
            ["trial.yaml:2:1: the experiment has no key 'controlls'. Did you mean 'controls'? It takes 'name', 'seed', 'phantom', 'data', 'cache', 'resources', 'audit', 'split', 'repeats', 'stages', 'levels', 'metrics', 'readers', 'controls', 'explain', 'predict', 'published' and 'headline'."],
            _folder.Problems("extends: base.yaml\ncontrolls: null"));

    [Fact]
    public void Extends_PlainName_StandsForItsMapping()
    {
        _folder.Write("plain.yaml", ExperimentFolder.With((14, "    model: net")));

        var experiment = _folder.Load("extends: plain.yaml\nstages: { classify: { model: { depth: 34 } } }").OrThrow();

        Assert.Equal(34, ((TestComponents.Net)experiment.Stages[0].Model!.Instance).Options.Depth);
    }

    [Fact]
    public void Extends_Chain_LaysEachOverTheOneBelow()
    {
        _folder.Write("middle.yaml", "extends: base.yaml\nname: middle\nseed: 8");

        var experiment = _folder.Load("extends: middle.yaml\nname: top").OrThrow();

        Assert.Equal(("top", 8UL, "classify"), (experiment.Name, experiment.Seed, experiment.Stages[0].Name));
    }

    [Fact]
    public void Extends_OtherFolder_IsRelativeToTheFileThatSaysIt()
    {
        _folder.Write("shared/below.yaml", ExperimentFolder.Valid);
        _folder.Write("shared/base.yaml", "extends: below.yaml\nname: shared");

        Assert.Equal("shared", _folder.Load("extends: shared/base.yaml").OrThrow().Name);
    }

    [Fact]
    public void Extends_Cycle_IsReportedWithItsWholeWay()
    {
        _folder.Write("middle.yaml", "extends: trial.yaml");

        var problem = Assert.Single(_folder.Problems("extends: middle.yaml"));

        Assert.Equal("middle.yaml:1:10: 'extends' leads back to 'trial.yaml': trial.yaml -> middle.yaml -> trial.yaml. Take one of these lines away.", problem);
    }

    [Fact]
    public void Extends_NoSuchFile_PointsAtTheLineThatSaysIt() =>
        Assert.Equal(["trial.yaml:2:10: 'extends' names 'bas.yaml': there is no such file. Did you mean 'base.yaml'?"], _folder.Problems("name: x\nextends: bas.yaml"));

    [Fact]
    public void Extends_List_AsksForOneFile() =>
        Assert.Equal(["trial.yaml:1:10: 'extends' names one file, relative to this one."], _folder.Problems("extends: [base.yaml]"));

    [Fact]
    public void Extends_MistakeInTheBase_IsReportedInTheBase()
    {
        _folder.Write("base.yaml", ExperimentFolder.With((17, "      epochs: 0")));

        Assert.Equal(
            ["trial.yaml:2:7: the experiment needs 'seed' to be a whole number of at least 0; it is 'x'.", "base.yaml:17:15: 'fit' needs 'epochs' to be a whole number of at least 1; it is '0'."],
            _folder.Problems("extends: base.yaml\nseed: x"));
    }

    [Fact]
    public void Extends_OtherComponent_ReportsTheOptionsOfTheOldOne()
    {
        _folder.Write("base.yaml", ExperimentFolder.With((19, "      optimizer: { use: adam, learning_rate: 0.1, amsgrad: true }")));

        Assert.Equal(
            ["base.yaml:19:51: 'sgd' has no option 'amsgrad'. `framework describe sgd` lists them. If it is left over from another component, write 'amsgrad: null' beside the new 'use' to take it away."],
            _folder.Problems("extends: base.yaml\nstages: { classify: { trainer: { optimizer: { use: sgd } } } }"));
    }
}
