using Framework.Components.Ensembles;
using Framework.Components.Evaluation;
using Framework.Components.Tests.Decisions;

namespace Framework.Components.Tests.Ensembles;

/// <summary>How folds and repeats are weighted and joined.</summary>
public sealed class FoldEnsembleTests
{
    // Of 2 x 2 pairs of a positive and a negative three are in order: 0.75.
    private static readonly double[] Targets = [1, 0, 1, 0];
    private static readonly double[] Outputs = [0.9, 0.6, 0.5, 0.1];

    [Theory]
    [InlineData(0, 0.75)]
    [InlineData(0.5, 0.25)]
    [InlineData(0.8, 0)]
    public void Weigh_Auroc_IsTheScoreAboveChance(double above, double weight) =>
        Assert.Equal(weight, new WeightedMeanEnsemble(new ScoreWeights { By = new Auroc(new()), Label = "l", Above = above }).Weigh(Validation(["l"], Targets, Outputs)), 1e-12);

    [Fact]
    public void Weigh_LessIsBetter_IsTheInverse()
    {
        var loss = -(Math.Log(0.9) + Math.Log(0.4) + Math.Log(0.5) + Math.Log(0.9)) / 4;
        Assert.Equal(1 / loss, new WeightedMeanEnsemble(new ScoreWeights { By = new LogLoss(new()) }).Weigh(Validation(["l"], Targets, Outputs)), 1e-9);
        var error = Assert.Throws<ExperimentException>(() => new WeightedMeanEnsemble(new ScoreWeights { By = new LogLoss(new()), Above = 0.5 }).Weigh(Validation(["l"], Targets, Outputs)));
        Assert.Equal("'above' of the ensemble 'weighted-mean' is for metrics where more is better, and of 'log-loss' less is. Leave it out.", error.Message);
    }

    [Fact]
    public void Weigh_WhatIsNotDefinedOrNotThere_SaysSo()
    {
        var auroc = new WeightedMeanEnsemble(new ScoreWeights { By = new Auroc(new()) });
        Assert.StartsWith("the weight of an ensemble goes by 'auroc', which is not defined on the validation part.", Assert.Throws<TrainingException>(() => auroc.Weigh(Validation(["l"], [0, 0], [0.1, 0.2]))).Message, StringComparison.Ordinal);
        var unknown = new WeightedMeanEnsemble(new ScoreWeights { By = new Auroc(new()), Label = "x" });
        Assert.StartsWith("the ensemble 'weighted-mean' goes by the label 'x', for which 'auroc' has no figure.", Assert.Throws<ExperimentException>(() => unknown.Weigh(Validation(["l"], Targets, Outputs))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 3, 0.8)]
    [InlineData(2, 0, 0.2)]
    [InlineData(0, 0, 0.6)] // where none counts, all count alike
    public void Apply_Weights_IsTheirMean(double first, double second, double expected)
    {
        var joined = new double[1];
        ((IEnsemble)new MeanEnsemble()).Apply([], [first, second], [0.2, 1], joined);
        Assert.Equal(expected, joined[0], 1e-12);
    }

    [Fact]
    public void Regression_ClassesOfAGroup_AreEachAgainstTheRestAndSumToOne()
    {
        string[] labels = ["none", "some", "much"];
        double[] targets = [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1];
        double[] good = [0.8, 0.1, 0.1, 0.1, 0.8, 0.1, 0.1, 0.1, 0.8, 0.6, 0.3, 0.1, 0.3, 0.4, 0.3, 0.2, 0.2, 0.6];
        double[] blind = [.. Enumerable.Repeat(1 / 3.0, 18)];
        var ensemble = new RegressionEnsemble(new RegressionEnsembleOptions { InverseRegularisation = 10 });
        ValidationQuestion Question(double[] outputs) => Assert.Single(Validation(labels, targets, outputs, new LabelGroup("grade", labels)).Questions);

        var figures = ensemble.Fit([Question(good), Question(blind)]);

        Assert.Equal(3 * 3, figures.Count); // of each class two coefficients and an intercept
        var joined = new double[3];
        ensemble.Apply(figures, [1, 1], [.. good[..3], .. blind[..3]], joined);
        Assert.Equal(1, joined.Sum(), 1e-12);
        Assert.True(joined[0] > 0.5);
        Assert.All(new[] { 0, 3, 6 }, at => Assert.True(figures[at] > 0)); // the one that knows counts
        Assert.StartsWith("the ensemble of 'l' cannot be fitted", Assert.Throws<TrainingException>(() => ensemble.Fit([Assert.Single(Validation(["l"], [0, 0], [0.1, 0.2]).Questions)])).Message, StringComparison.Ordinal);
    }

    private static ValidationPredictions Validation(string[] labels, double[] targets, double[] outputs, params LabelGroup[] groups)
    {
        var table = ValidationTable.Of(labels, targets, outputs, groups);
        return new ValidationPredictions(ValidationTable.Split(table), 0, 0, table);
    }
}
