using Framework.Plugins.Fistula.Bern;
using Framework.Sdk;

namespace Framework.Plugins.Fistula.Tests;

public sealed class BernScoreTests
{
    private static readonly Dictionary<string, string> Normal = new()
    {
        ["sinus_engorgement"] = "no",
        ["pachymeningeal_enhancement"] = "no",
        ["suprasellar_mm"] = "4.1",
        ["subdural_fluid"] = "no",
        ["prepontine_mm"] = "5.1",
        ["mamillopontine_mm"] = "6.6",
    };

    [Theory]
    [InlineData("sinus_engorgement", "yes", 2)]
    [InlineData("pachymeningeal_enhancement", "1", 2)]
    [InlineData("suprasellar_mm", "4.0", 2)]
    [InlineData("subdural_fluid", "Yes", 1)]
    [InlineData("prepontine_mm", "5.0", 1)]
    [InlineData("mamillopontine_mm", "6.5", 1)]
    public void Score_OneFinding_GivesItsPoints(string finding, string value, int points)
    {
        Assert.Equal(0, Score(Normal));
        Assert.Equal(points, Score(new(Normal) { [finding] = value }));
    }

    [Fact]
    public void Of_EveryFinding_IsNine() => Assert.Equal(BernScore.Greatest, BernScore.Of(true, true, 0, true, 0, 0));

    [Theory]
    [InlineData("sinus_engorgement", "perhaps", "is neither yes nor no")]
    [InlineData("suprasellar_mm", "-1", "is no length in millimetres")]
    [InlineData("prepontine_mm", "", "is no length in millimetres")]
    public void Score_WhatCannotBeRead_NamesCaseAndColumn(string finding, string value, string expected)
    {
        var error = Assert.Throws<DataFormatException>(() => Score(new(Normal) { [finding] = value }));

        Assert.Contains($"case 'a': '{finding}' {expected}", error.Message);
    }

    [Fact]
    public void Score_WithoutTheColumn_SaysWhatToDo()
    {
        var less = new Dictionary<string, string>(Normal);
        less.Remove("prepontine_mm");

        Assert.Contains("Add the column to 'attributes'", Assert.Throws<DataFormatException>(() => Score(less)).Message);
    }

    [Fact]
    public void Predict_OneQuestionWithTwoClasses_GivesTheShareOfPointsToTheSecond()
    {
        var context = Context(["fistula.none", "fistula.definite"], new LabelGroup("fistula", ["fistula.none", "fistula.definite"]));
        using var predictor = new BernScoreTrainer(new BernScoreOptions()).Fit(context, CancellationToken.None);

        var table = predictor.Predict(context.Train, CancellationToken.None);

        Assert.Equal(["fistula.none", "fistula.definite"], table.Labels);
        Assert.Equal([7 / 9.0, 2 / 9.0], table.Outputs.ToArray());
        Assert.Equal("fistula", Assert.Single(table.Groups).Name);
    }

    [Fact]
    public void Fit_SeveralLabels_SaysWhatItAnswers() =>
        Assert.Contains("answers one label, or one question with two classes; there are 2 labels (a, b)", Assert.Throws<ExperimentException>(() => new BernScoreTrainer(new BernScoreOptions()).Fit(Context(["a", "b"]), CancellationToken.None)).Message);

    private static TrainingContext Context(string[] labels, params LabelGroup[] groups)
    {
        var item = new Case { Id = "a", Subject = "a", Labels = [0, 1], Attributes = new Dictionary<string, string>(Normal) { ["sinus_engorgement"] = "yes" } };
        var samples = new SampleSet([item], new SamplePipeline(new NoImages(), [], new RandomStream(1)));
        return new TrainingContext
        {
            Unit = "bern-score.0.0", Fold = 0, Train = samples, Validate = samples, Labels = labels, Groups = groups, Random = new RandomStream(1),
            Device = TorchSharp.torch.CPU, LoaderThreads = 1, Checkpoints = null!, Log = null!,
        };
    }

    // The score looks at none.
    private sealed class NoImages : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace) => throw new NotSupportedException();
    }

    private static int Score(Dictionary<string, string> attributes) =>
        new BernScoreTrainer(new BernScoreOptions()).Score(new Case { Id = "a", Subject = "a", Labels = [1], Attributes = attributes });
}
