using Framework.Host.Experiments.Stages;

namespace Framework.Host.Tests.Experiments;

public sealed class StageReadingTests : IDisposable
{
    private const string Fit = "trainer: { use: fit, epochs: 1, loss: { use: bce }, optimizer: { use: adam, learning_rate: 0.1 } }";
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_StagesThatReadOthers_ComeAfterThemWhateverTheirPlaceInTheFile()
    {
        var stages = _folder.Load(With("join: { reads: [axial, coronal], ", "coronal: { ", "axial: { ")).OrThrow().Stages;

        Assert.Equal(["axial", "coronal", "join"], stages.Select(stage => stage.Name));
        Assert.Equal((FitOn.Validate, StageInput.Outputs), (stages[2].FitOn, stages[2].Input));
        Assert.Equal((FitOn.Train, StageInput.Case), (stages[0].FitOn, stages[0].Input));
    }

    [Theory]
    [InlineData("a: { reads: [axal], ", "axial: { ", "trial.yaml:5:16: the stage 'a' reads 'axal', and there is no such stage. Did you mean 'axial'?")]
    [InlineData("a: { reads: [b, b], ", "b: { ", "trial.yaml:5:19: the stage 'a' reads 'b' twice. Name it once.")]
    [InlineData("a: { reads: [b], ", "b: { reads: [a], ", "trial.yaml:5:16: the stage 'a' comes back to itself: a -> b -> a. A stage reads earlier ones only; take one of these names away.")]
    [InlineData("a: { reads: [a], ", "b: { ", "trial.yaml:5:16: the stage 'a' comes back to itself: a -> a. A stage reads earlier ones only; take one of these names away.")]
    [InlineData("a: { fit_on: train, ", "b: { ", "trial.yaml:5:8: 'fit_on' is for a stage that reads others, and 'a' reads none. Add 'reads', or leave 'fit_on' out.")]
    [InlineData("a: { reads: [b], cross_fit: 5, ", "b: { ", "trial.yaml:5:20: the stage 'a' reads others and cannot be cross-fitted itself: what it reads of a case may come from models that saw the case held out. Let the stage behind it use 'fit_on: validate', and leave 'cross_fit' out.")]
    [InlineData("a: { reads: [b], fit_on: train, ", "b: { ", "trial.yaml:5:28: the stage 'a' is fitted on the training part, and 'b' has no outputs there but for the cases that it was fitted on itself. Add 'cross_fit: 5' to 'b', or use 'fit_on: validate'.")]
    [InlineData("a: { cross_fit: 2, ", "b: { ", "trial.yaml:5:19: the stage 'a' is cross-fitted in 2 parts, and its trainer chooses on the one that is not held out: none is left to be fitted on. Take 3 parts or more, or choose nothing, as by 'select: last'.")]
    [InlineData("a: { cross_fit: 1, ", "b: { ", "trial.yaml:5:19: the experiment needs 'stages.a.cross_fit' to be a whole number from 2 to 100; it is '1'.")]
    public void Load_StagesThatCannotReadSo_SayWhereAndWhatWouldBeRight(string first, string second, string problem) =>
        Assert.Equal([problem], _folder.Problems(With(first, second)));

    [Fact]
    public void Load_FittedOnOutputsOfCasesThatTheEarlierStageWasFittedOn_IsRefused() =>
        Assert.Equal(
            ["trial.yaml:7:15: the stage 'c' is fitted on the validation part, and so is 'b': its outputs there are those of the cases that it was fitted on. Let 'c' read what 'b' reads, or join them with a mean, which is not fitted."],
            _folder.Problems(With("a: { ", "b: { reads: [a], ", "c: { reads: [b], ")));

    private static string With(params string[] stages) => $$"""
        name: trial
        data: { use: test.source, root: /data }
        split: { use: halves, train: 0.7 }
        stages:
        {{string.Join('\n', stages.Select(stage => $"  {stage}{Fit} }}"))}}
        """;
}
