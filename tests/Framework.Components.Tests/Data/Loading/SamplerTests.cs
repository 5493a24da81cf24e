using Framework.Components.Data.Loading;

namespace Framework.Components.Tests.Data.Loading;

public sealed class SamplerTests
{
    private static readonly RandomStream Stream = new(11);

    [Fact]
    public void Draw_Balanced_ShowsEachClassEquallyOftenInEveryEpoch()
    {
        var context = Context(100, i => [i < 10 ? 1 : 0]);
        for (var epoch = 0; epoch < 5; epoch++)
        {
            var drawn = new ClassBalancedSampler(new BalancedOptions()).Draw(context, Stream, epoch);
            Assert.Equal(100, drawn.Count);
            Assert.Equal(50, drawn.Count(position => position < 10));
            Assert.All(Enumerable.Range(0, 10), position => Assert.Equal(5, drawn.Count(other => other == position)));
            Assert.Equal(50, drawn.Where(position => position >= 10).Distinct().Count()); // without replacement
        }
    }

    [Fact]
    public void Draw_Balanced_GoesThroughALargeClassBeforeItRepeats()
    {
        var context = Context(100, i => [i < 10 ? 1 : 0]);
        var sampler = new ClassBalancedSampler(new BalancedOptions());
        var negatives = Enumerable.Range(0, 9).SelectMany(epoch => sampler.Draw(context, Stream, epoch)).Where(position => position >= 10).ToList();
        Assert.Equal(450, negatives.Count);
        Assert.All(negatives.GroupBy(position => position), group => Assert.Equal(5, group.Count()));
        Assert.Equal(90, negatives.Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Draw_AnySampler_IsAFunctionOfStreamAndEpoch(int epoch)
    {
        var context = Context(60, i => [i % 7 == 0 ? 1 : 0]);
        foreach (var sampler in new ISampler[] { new ClassBalancedSampler(new BalancedOptions()), new WeightedSampler(new WeightedOptions()) })
        {
            Assert.Equal(sampler.Draw(context, Stream, epoch), sampler.Draw(context, new RandomStream(11), epoch));
            Assert.NotEqual(sampler.Draw(context, Stream, epoch), sampler.Draw(context, Stream, epoch + 1));
            Assert.NotEqual(sampler.Draw(context, Stream, epoch), sampler.Draw(context, new RandomStream(12), epoch));
        }
    }

    [Fact]
    public void Draw_BalancedByOneLabel_PaysNoHeedToTheOthers()
    {
        var context = new SamplerContext(Cases(12, i => [i % 2, i < 3 ? 1 : 0]), ["side", "rare"]);
        var drawn = new ClassBalancedSampler(new BalancedOptions { Label = "rare" }).Draw(context, Stream, 0);
        Assert.Equal(6, drawn.Count(position => position < 3));
    }

    [Theory]
    [InlineData(3)] // 3 of weight 3 among 9 of weight 1: 18 in all, expected 2 and 2/3 times in 12 draws
    [InlineData(1)]
    public void Draw_Weighted_DrawsEachCaseAsOftenAsExpectedRoundedUpOrDown(double weight)
    {
        var context = Context(12, i => [i < 3 ? 1 : 0]);
        var sampler = new WeightedSampler(new WeightedOptions { Weights = new Dictionary<string, double> { ["a"] = weight } });
        var total = 0;
        for (var epoch = 0; epoch < 300; epoch++)
        {
            var drawn = sampler.Draw(context, Stream, epoch);
            Assert.Equal(12, drawn.Count);
            for (var position = 0; position < 12; position++)
            {
                var expected = 12 * (position < 3 ? weight : 1) / ((3 * weight) + 9);
                Assert.InRange(drawn.Count(other => other == position), Math.Floor(expected), Math.Ceiling(expected));
            }

            total += drawn.Count(position => position < 3);
        }

        Assert.Equal(300 * 12 * 3 * weight / ((3 * weight) + 9), total, 0.02 * total);
    }

    [Fact]
    public void Draw_WeightedByRarity_BalancesOneLabel()
    {
        var drawn = new WeightedSampler(new WeightedOptions()).Draw(Context(100, i => [i < 10 ? 1 : 0]), Stream, 0);
        Assert.Equal(50, drawn.Count(position => position < 10));
    }

    [Fact]
    public void Draw_UnknownLabel_ListsThoseThereAre()
    {
        var error = Assert.Throws<ExperimentException>(() => new ClassBalancedSampler(new BalancedOptions { Label = "b" }).Draw(Context(2, _ => [1]), Stream, 0));
        Assert.Equal("'balanced' names the label 'b', which the data do not have. They have 'a'.", error.Message);
    }

    [Fact]
    public void Draw_MissingLabel_NamesTheCase()
    {
        var error = Assert.Throws<ExperimentException>(() => new ClassBalancedSampler(new BalancedOptions()).Draw(Context(2, i => [i == 0 ? 1 : double.NaN]), Stream, 0));
        Assert.Equal("case 'case1' has no value of 'a', by which 'balanced' draws. Leave such cases out, or let it go by another label.", error.Message);
    }

    [Fact]
    public void Constructor_WeightOfZero_SaysWhichLabel()
    {
        var error = Assert.Throws<ExperimentException>(() => new WeightedSampler(new WeightedOptions { Weights = new Dictionary<string, double> { ["a"] = 0 } }));
        Assert.Equal("'weighted' needs weights above 0; that of 'a' is 0.", error.Message);
    }

    [Fact]
    public void Training_SamplerOfAnotherLength_IsRefused()
    {
        var error = Assert.Throws<PluginException>(() => LoaderPass.Training(Context(3, _ => [1]), new Fixed([0, 1]), Stream, 0, 0));
        Assert.Equal("the sampler drew 2 of 3 cases, or one that there is not. It must draw as many as there are, each by its position.", error.Message);
    }

    [Fact]
    public void Moment_CaseDrawnAgain_IsAugmentedOtherwise()
    {
        var pass = LoaderPass.Training(Context(4, _ => [1]), new Fixed([2, 0, 2, 2]), Stream, 5, 0);
        Assert.Equal([new(Phase.Train, 5, 0), new(Phase.Train, 5, 0), new(Phase.Train, 5, 1), new(Phase.Train, 5, 2)], Enumerable.Range(0, 4).Select(pass.Moment));
        var pipeline = new SamplePipeline(new Cohort(), [new("noise", new Draw())], Stream);
        using var workspace = new SampleWorkspace();
        float Value(int repetition) => pipeline.Load(Cohort.Cases(1)[0], new SampleMoment(Phase.Train, 5, repetition), workspace).Image.Pixels[0];
        Assert.Equal(pipeline.Load(Cohort.Cases(1)[0], Phase.Train, 5, workspace).Image.Pixels[0], Value(0));
        Assert.Equal(3, new[] { Value(0), Value(1), Value(2) }.Distinct().Count());
    }

    private static SamplerContext Context(int count, Func<int, double[]> labels) => new(Cases(count, labels), ["a"]);

    private static Case[] Cases(int count, Func<int, double[]> labels) =>
        [.. Enumerable.Range(0, count).Select(i => new Case { Id = $"case{i}", Subject = $"subject{i}", Labels = labels(i) })];

    private sealed class Fixed(int[] order) : ISampler
    {
        public IReadOnlyList<int> Draw(SamplerContext context, RandomStream random, int epoch) => order;
    }

    private sealed class Draw : ITransform
    {
        public bool IsRandom => true;

        public Sample Apply(Sample sample, TransformContext context)
        {
            var image = context.Workspace.Allocate([1, 1, 1]);
            image.Pixels[0] = (float)context.Random.NextDouble();
            return sample.With(image);
        }
    }
}
