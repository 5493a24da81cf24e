using Framework.Components.Controls;
using Framework.Components.Tests.Data;
using Framework.Components.Tests.Training;
using Framework.Components.Training;

namespace Framework.Components.Tests.Controls;

public sealed class ControlTests
{
    private static readonly UnitRecipe Recipe = Recipes.Of(Cohort.Cases(40), Cohort.Cases(60)[40..]);

    [Fact]
    public void Untrained_Recipe_DoesNotFit() => Assert.Equal(Recipe with { Fitting = false }, new UntrainedControl().Apply(Recipe, new RandomStream(1)));

    [Fact]
    public void Untrained_PretrainedModel_BeginsWithRandomWeights()
    {
        var model = new NotedModel();
        var untrained = new UntrainedControl().Apply(Recipe with { Model = model }, new RandomStream(1)).Model!;
        Assert.Throws<NotSupportedException>(() => untrained.Create(new ModelContext { InputShape = [1, 8, 8], Labels = ["a"] }));
        Assert.False(model.Asked!.Pretrained);
        Assert.Equal(["a"], model.Asked.Labels);
    }

    [Fact]
    public void Frozen_PretrainedModel_IsKeptAsItIs()
    {
        var recipe = Recipe with { Model = new NotedModel() };
        Assert.Equal(recipe with { Fitting = false }, new FrozenControl(new FrozenOptions()).Apply(recipe, new RandomStream(1)));
    }

    [Fact]
    public void Frozen_ModelWithoutWeights_SaysWhatItNeeds() => Assert.Equal(
        "'frozen' keeps pretrained weights as they are, and the stage's model names none. Set the model's 'pretrained', or use 'untrained'.",
        Assert.Throws<ExperimentException>(() => new FrozenControl(new FrozenOptions()).Apply(Recipe, new RandomStream(1))).Message);

    [Fact]
    public void Frozen_HeadThatOthersTrain_SaysWhatItNeeds() => Assert.Equal(
        "'frozen' with 'head: fit' needs a stage that 'supervised' trains, whose networks give features. Leave 'head' out.",
        Assert.Throws<ExperimentException>(() => new FrozenControl(new FrozenOptions { Head = FrozenHead.Fit }).Apply(Recipe with { Model = new NotedModel(), Trainer = new MajorityTrainer([]) }, new RandomStream(1))).Message);

    [Fact]
    public void Majority_Predicts_WhatMostTrainingCasesAre()
    {
        var recipe = Recipe with { Groups = [] };
        Case[] cases = [Labelled(1, 0), Labelled(0, double.NaN), Labelled(0, 1), Labelled(0, 1)];
        Assert.Equal([0, 1], Outputs(new MajorityControl().Apply(recipe, new RandomStream(1)).Trainer, cases));
    }

    [Fact]
    public void Majority_ClassesOfOneQuestion_NamesTheMostFrequentAlone()
    {
        var recipe = Recipe with { Groups = [new LabelGroup("which", Cohort.Labels)] };
        Case[] cases = [Labelled(1, 0), Labelled(0, 1), Labelled(1, 0), Labelled(0, 1), Labelled(0, 1)];
        Assert.Equal([0, 1], Outputs(new MajorityControl().Apply(recipe, new RandomStream(1)).Trainer, cases));
        Assert.Equal([1, 0], Outputs(new MajorityControl().Apply(recipe, new RandomStream(1)).Trainer, cases[..4]));
    }

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

    private static double[] Outputs(ITrainer trainer, Case[] cases)
    {
        using var predictor = trainer.Fit(SupervisedTrainerTests.Context() with { Train = new Cohort().Set(cases) }, CancellationToken.None);
        return predictor.Predict(new Cohort().Set(Cohort.Cases(1)), CancellationToken.None).Outputs.ToArray();
    }

    private sealed class NotedModel : IModelFactory
    {
        public ModelContext? Asked { get; private set; }

        public bool IsPretrained => true;

        public IModel Create(ModelContext context)
        {
            Asked = context;
            throw new NotSupportedException();
        }
    }

    private static string Text(Case item) => string.Join(' ', item.Labels);

    private static Case Labelled(double a, double b) => new() { Id = "c", Subject = "s", Labels = [a, b] };
}
