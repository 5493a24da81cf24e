using Framework.Components.Controls;
using Framework.Components.Tests.Data;
using Framework.Components.Tests.Training;
using Framework.Components.Training;

namespace Framework.Components.Tests.Controls;

public sealed class ControlTests
{
    private static readonly UnitRecipe Recipe = new() { Train = Cohort.Cases(40), Validate = Cohort.Cases(60)[40..], Trainer = new PrevalenceTrainer() };

    [Fact]
    public void Untrained_Recipe_DoesNotFit() => Assert.Equal(Recipe with { Fitting = false }, new UntrainedControl().Apply(Recipe, new RandomStream(1)));

    [Fact]
    public void Prevalence_Predicts_TheTrainingShares()
    {
        var trainer = new PrevalenceControl().Apply(Recipe, new RandomStream(1)).Trainer;
        Case[] cases = [Labelled(1, 0), Labelled(0, double.NaN), Labelled(0, 1), Labelled(0, 1)];
        using var predictor = trainer.Fit(SupervisedTrainerTests.Context() with { Train = new Cohort().Set(cases) }, CancellationToken.None);
        Assert.Equal([0.25, 2 / 3.0, 0.25, 2 / 3.0], predictor.Predict(new Cohort().Set(Cohort.Cases(2)), CancellationToken.None).Outputs.ToArray());
    }

    [Fact]
    public void PermutedLabels_Recipe_KeepsCasesAndLabelsButNotTheirPairs()
    {
        var permuted = new PermutedLabelsControl().Apply(Recipe, new RandomStream(1));
        Assert.Equal(Recipe.Train.Select(item => item.Id), permuted.Train.Select(item => item.Id));
        Assert.Equal(Recipe.Train.Select(Text).Order(), permuted.Train.Select(Text).Order());
        Assert.NotEqual(Recipe.Train.Select(Text), permuted.Train.Select(Text));
        Assert.NotEqual(Recipe.Validate.Select(Text), permuted.Validate.Select(Text));
    }

    private static string Text(Case item) => string.Join(' ', item.Labels);

    private static Case Labelled(double a, double b) => new() { Id = "c", Subject = "s", Labels = [a, b] };
}
