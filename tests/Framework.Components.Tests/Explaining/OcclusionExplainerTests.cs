using System.Text.Json;
using Framework.Components.Explaining;
using Framework.Tests.Shared;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Explaining;

public sealed class OcclusionExplainerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [SharedDataTheory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(64)]
    public void Explain_OraclesVolume_GivesItsFalls(int batch)
    {
        var oracle = JsonDocument.Parse(File.ReadAllText(SharedData.File("oracle", "occlusion_12_13_13.json"))).RootElement;
        var numbers = OracleNumbers.Uniform(oracle.GetProperty("base").GetInt64() + 1_000_060, 36 * 39 * 26);
        var image = tensor(Array.ConvertAll(numbers, number => (float)(Math.Sqrt(3) * ((2 * number) - 1)))).reshape(1, 36, 39, 26);
        var weights = linspace(0.5, 1.5, 36 * 39 * 26);
        var model = new FunctionModel(x =>
        {
            var s = x.flatten(1) * weights;
            return stack([s.mean([1]), s.square().mean([1]).sqrt()], 1);
        });
        var explainer = new OcclusionExplainer(new OcclusionOptions { Patch = [12, 13, 13], Batch = batch });

        for (var label = 0; label < 2; label++)
        {
            var request = new ExplainRequest(label, new RandomStream(1));
            var falls = explainer.Falls(model, image, request);
            var map = explainer.Explain(model, image, request);
            var rows = oracle.GetProperty("patch_start_and_logit_drop").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDouble()).ToArray()).ToList();
            Assert.Equal(rows.Count, falls.Count);
            foreach (var (row, (place, fall)) in rows.Zip(falls))
            {
                Assert.Equal(row[..3], place.Start.Select(start => (double)start));
                Assert.Equal(row[3 + label], fall, 2e-7);
                Assert.Equal((float)row[3 + label], place.Of(map).min().item<float>(), 2e-7f);
                Assert.Equal((float)row[3 + label], place.Of(map).max().item<float>(), 2e-7f);
            }
        }
    }

    [Fact]
    public void Explain_PatchesThatOverlapAndReachOverTheEdge_AverageWhatCoveredEachPixel()
    {
        // The score is the sum: covering a patch takes away what it shows. Columns 0-2, then 2-4: column 2 is covered twice.
        var model = new FunctionModel(x => x.flatten(1).sum(1, keepdim: true));
        var image = tensor(new float[] { 1, 2, 4, 8, 16 }).reshape(1, 1, 5);
        var map = new OcclusionExplainer(new OcclusionOptions { Patch = [2, 3], Stride = [2, 2] }).Explain(model, image, new ExplainRequest(0, new RandomStream(1)));

        Assert.Equal([7, 7, (7 + 28) / 2f, 28, 28], map.data<float>().ToArray());
    }

    [Fact]
    public void Explain_Mean_CoversEachChannelWithItsOwn()
    {
        var model = new FunctionModel(x => (x[.., 0].flatten(1).sum(1) + (10 * x[.., 1].flatten(1).sum(1))).unsqueeze(1));
        var image = tensor(new float[] { 1, 3, 10, 30 }).reshape(2, 1, 2);
        var map = new OcclusionExplainer(new OcclusionOptions { Patch = [1, 1], Fill = OcclusionFill.Mean }).Explain(model, image, new ExplainRequest(0, new RandomStream(1)));

        Assert.Equal([1 - 2 + (10 * (10 - 20)), 3 - 2 + (10 * (30 - 20))], map.data<float>().ToArray());
    }

    [Fact]
    public void Explain_Noise_IsTheSameForACaseAndAnotherForAnother()
    {
        var model = new FunctionModel(x => x.flatten(1).sum(1, keepdim: true));
        var image = arange(64).to(ScalarType.Float32).reshape(1, 8, 8);
        var explainer = new OcclusionExplainer(new OcclusionOptions { Patch = [2, 2], Fill = OcclusionFill.Noise });
        float[] Map(ulong key) => explainer.Explain(model, image, new ExplainRequest(0, new RandomStream(key))).data<float>().ToArray();

        Assert.Equal(Map(1), Map(1));
        Assert.NotEqual(Map(1), Map(2));
        Assert.True(Math.Abs(Map(1).Average()) < 4 * 18.5); // covered with noise of the image's own mean, so falls are about 0 on average
    }

    [Fact]
    public void Explain_PatchesThatShowTheFillAlready_AreNotTried()
    {
        var model = new FunctionModel(x => x.flatten(1).sum(1, keepdim: true));
        var image = zeros(1, 8, 8);
        image[0, 5, 5] = 2;
        var map = new OcclusionExplainer(new OcclusionOptions { Patch = [2, 2], Batch = 3 }).Explain(model, image, new ExplainRequest(0, new RandomStream(1)));

        Assert.Equal([2], model.Batches); // the image as it is, and the one patch of 16 that shows something
        Assert.Equal(4 * 2, map.sum().item<float>());
        Assert.Equal(2, map[4, 4].item<float>());
    }

    [Fact]
    public void Explain_Batch_BoundsWhatGoesThroughTogether()
    {
        var model = new FunctionModel(x => x.flatten(1).sum(1, keepdim: true));
        new OcclusionExplainer(new OcclusionOptions { Patch = [2, 2], Batch = 7 }).Explain(model, ones(1, 8, 8), new ExplainRequest(0, new RandomStream(1)));

        Assert.Equal([7, 7, 3], model.Batches);
    }

    [Theory]
    [InlineData(new[] { 2, 2 }, new int[0], "'occlusion' needs 'patch' to be (z, y, x) in voxels for such images, each at least 1; it is [2, 2].")]
    [InlineData(new[] { 2, 2, 2 }, new[] { 1, 0, 1 }, "'occlusion' needs 'stride' to be (z, y, x) in voxels for such images, each at least 1; it is [1, 0, 1].")]
    [InlineData(new[] { 2, 2, 2 }, new[] { 2, 3, 2 }, "'occlusion' has a stride of 3 and a patch of 2 voxels along the same axis: what lies between two patches would never be covered. Make the stride at most the patch.")]
    public void Explain_OptionsThatDoNotFit_AreExplained(int[] patch, int[] stride, string message)
    {
        var explainer = new OcclusionExplainer(new OcclusionOptions { Patch = patch, Stride = stride });
        var error = Assert.Throws<ExperimentException>(() => explainer.Explain(new FunctionModel(x => x), ones(1, 4, 4, 4), new ExplainRequest(0, new RandomStream(1))));

        Assert.Equal(message, error.Message);
    }
}
