using Framework.Components.Controls;

namespace Framework.Components.Tests.Controls;

public sealed class SubsetControlTests
{
    [Fact]
    public void Apply_TenPositivesWithTwiceAsManyNegatives_TakesThoseAndShrinksValidation()
    {
        // The small subset of the SIH paper: 10 positive and 20 negative cases to train on, 5 and 10 to validate.
        var subset = new SubsetControl(new() { PerClass = [10], NegativesPerPositive = 2, Validate = 0.5 }).Variants.Single().Control;
        var recipe = subset.Apply(Recipes.Of(Cases(200, "train"), Cases(100, "validate")), new RandomStream(3));
        Assert.Equal((10, 30), Count(recipe.Train));
        Assert.Equal((5, 15), Count(recipe.Validate));
        Assert.Equal(recipe.Train.Count, recipe.Train.Select(item => item.Id).Distinct().Count());
    }

    [Fact]
    public void Apply_StageFittedOnTheValidationPart_TakesTheCasesThatTheOthersSelectOn()
    {
        var subset = new SubsetControl(new() { PerClass = [10], NegativesPerPositive = 2, Validate = 0.5 });
        var validation = Cases(100, "validate");
        var selected = subset.Apply(Recipes.Of(Cases(200, "train"), validation), new RandomStream(3)).Validate;

        var fitted = subset.Apply(Recipes.Of(validation) with { FitsOnValidation = true }, new RandomStream(3)).Train;

        Assert.Equal(selected.Select(item => item.Id), fitted.Select(item => item.Id));
    }

    [Fact]
    public void Variants_SeveralSizes_AreNamedBySizeAndEachIsPartOfTheNext()
    {
        var variants = new SubsetControl(new() { PerClass = [5, 10, 20] }).Variants;
        Assert.Equal(["5", "10", "20"], variants.Select(variant => variant.Name));
        var taken = variants.Select(variant => variant.Control.Apply(Recipes.Of(Cases(200, "train"), Cases(10, "validate")), new RandomStream(3))).ToList();
        Assert.Equal([(5, 10), (10, 20), (20, 40)], taken.Select(recipe => Count(recipe.Train)));
        Assert.Subset(Ids(taken[1]), Ids(taken[0]));
        Assert.Subset(Ids(taken[2]), Ids(taken[1]));
        Assert.All(taken, recipe => Assert.Equal(10, recipe.Validate.Count));
    }

    [Fact]
    public void Apply_SeveralCasesASubject_TakesDifferentSubjectsFirst()
    {
        var cases = Enumerable.Range(0, 80).Select(i => new Case { Id = $"c{i}", Subject = $"s{i / 8}", Labels = [i / 8 % 2, 0] }).ToArray();
        var recipe = new SubsetControl(new() { PerClass = [5] }).Apply(Recipes.Of(cases), new RandomStream(1));
        Assert.Equal(10, recipe.Train.Select(item => item.Subject).Distinct().Count());
    }

    [Fact]
    public void Apply_ClassesOfOneQuestion_TakesSoManyOfEach()
    {
        var cases = Enumerable.Range(0, 60).Select(i => new Case { Id = $"c{i}", Subject = $"s{i}", Labels = i < 6 ? [double.NaN, double.NaN] : [i % 3 == 0 ? 1 : 0, i % 3 == 0 ? 0 : 1] }).ToArray();
        var recipe = Recipes.Of(cases) with { Groups = [new LabelGroup("which", ["a", "b"])] };
        var train = new SubsetControl(new() { PerClass = [7], NegativesPerPositive = 3 }).Apply(recipe, new RandomStream(1)).Train;
        Assert.Equal((7, 14), (train.Count(item => item.Labels[0] == 1), train.Count));
    }

    [Fact]
    public void Apply_FewerCasesThanAskedFor_SaysHowManyThereAre()
    {
        var subset = new SubsetControl(new() { PerClass = [21] });
        Assert.Equal(
            "'subset' needs 21 cases of 'positive' in the part 'train'; there are 20. Take a smaller size.",
            Assert.Throws<ExperimentException>(() => subset.Apply(Recipes.Of(Cases(80, "train")), new RandomStream(1))).Message);
    }

    [Fact]
    public void Apply_UnknownLabel_ListsTheLabels()
    {
        var subset = new SubsetControl(new() { PerClass = [1], Label = "c" });
        Assert.Equal(
            "'subset' names the label 'c', which the data do not have. They have 'a', 'b'.",
            Assert.Throws<ExperimentException>(() => subset.Apply(Recipes.Of(Cases(8, "train")), new RandomStream(1))).Message);
    }

    /// <summary>One in four is positive.</summary>
    private static Case[] Cases(int count, string part) =>
        [.. Enumerable.Range(0, count).Select(i => new Case { Id = $"{part}{i}", Subject = $"{part}{i}", Labels = [i % 4 == 0 ? 1 : 0, 0] })];

    private static (int Positive, int All) Count(IReadOnlyList<Case> cases) => (cases.Count(item => item.Labels[0] > 0.5), cases.Count);

    private static HashSet<string> Ids(UnitRecipe recipe) => [.. recipe.Train.Select(item => item.Id)];
}
