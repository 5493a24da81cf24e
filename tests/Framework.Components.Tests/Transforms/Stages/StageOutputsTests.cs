using Framework.Components.Transforms.Stages;

namespace Framework.Components.Tests.Transforms.Stages;

public sealed class StageOutputsTests
{
    [Fact]
    public void Apply_SameCase_IsOnePixelWithAChannelALabel()
    {
        var image = Taken([Said(0, 0.25, 0.5, 1)]);
        Assert.Equal([3, 1, 1], image.Shape.ToArray());
        Assert.Equal([0.25f, 0.5f, 1], image.Pixels.ToArray());
    }

    [Fact]
    public void Apply_SmallerCases_AreInstancesInTheOrderInWhichTheyLie()
    {
        var image = Taken([Said(7, 1, 2), Said(-3, 3, 4), Said(2, 5, 6)]);
        Assert.Equal([2, 3, 1, 1], image.Shape.ToArray());
        Assert.Equal([3, 5, 1, 4, 6, 2], image.Pixels.ToArray());
    }

    [Fact]
    public void Apply_SmallerCasesWithoutPositions_StayInTheirSourcesOrder() =>
        Assert.Equal([1, 3, 2, 4], Taken([Said(double.NaN, 1, 2), Said(4, 3, 4)]).Pixels.ToArray());

    [Fact]
    public void Apply_NothingThere_SaysWhichStagesThereAre()
    {
        Assert.Equal(
            "stage-outputs finds nothing that the stage 'slices' said of the case. Name it in the stage's 'reads'.",
            Assert.Throws<DataFormatException>(() => Apply.To(new StageOutputsTransform(new StageOutputsOptions { From = "slices" }), Apply.Sample([0], [1, 1, 1]))).Message);
        Assert.Equal(
            "stage-outputs finds nothing that the stage 'other' said of the case. Name it in the stage's 'reads', or take one of 'slices'.",
            Assert.Throws<DataFormatException>(() => Taken([Said(0, 1)], from: "other")).Message);
    }

    private static Image Taken(StageOutput[] said, string from = "slices")
    {
        var sample = Apply.Sample([0], [1, 1, 1]).With(new Dictionary<string, IReadOnlyList<StageOutput>> { ["slices"] = said });
        return Apply.To(new StageOutputsTransform(new StageOutputsOptions { From = from }), sample).Image;
    }

    private static StageOutput Said(double position, params double[] outputs) => new()
    {
        Case = new Case { Id = $"c{position}", Subject = "s", Labels = [], Position = position },
        Labels = [.. outputs.Select((_, at) => $"{at}")],
        Outputs = outputs,
    };
}
