using Framework.Components.Models;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Mil;

[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class AttentionMilTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public AttentionMilTests() => manual_seed(3);

    public void Dispose() => _scope.Dispose();

    public static TheoryData<BagPooling> Poolings => [.. Enum.GetValues<BagPooling>()];

    [Theory]
    [InlineData(BagPooling.GatedAttention)]
    [InlineData(BagPooling.Attention)]
    public void Forward_OfFeatureVectors_IsThePapersFormula(BagPooling pooling)
    {
        using var model = Model([3, 4], new AttentionMilOptions { Pooling = pooling, AttentionSize = 5 });
        var image = randn(2, 3, 4);

        var output = model.Forward(Batches.Of(image));

        var state = Doubles.Of(model.Module);
        for (var item = 0; item < 2; item++)
        {
            var (weights, logits) = ByHand(state, Doubles.Of(image[item]), pooling == BagPooling.GatedAttention);
            Doubles.AssertClose(weights, Doubles.Of(output.Heads["attention"][item])[0], 1e-6);
            Doubles.AssertClose(logits, Doubles.Of(output.Logits[item])[0], 1e-6);
        }
    }

    [Theory]
    [InlineData(BagPooling.Mean)]
    [InlineData(BagPooling.Max)]
    public void Forward_Baselines_PoolEachFeatureAndHaveNoAttention(BagPooling pooling)
    {
        using var model = Model([2, 3], new AttentionMilOptions { Pooling = pooling });
        var image = tensor(new float[] { 1, 5, 3, -1, -5, -3 }).reshape(1, 2, 3);

        var output = model.Forward(Batches.Of(image, instances: [2]));

        float[] pooled = pooling == BagPooling.Mean ? [3, -3] : [5, -1];
        var state = model.Module.state_dict();
        Assert.True(output.Logits.allclose(tensor(pooled).reshape(1, 2).matmul(state["classifier.weight"].t()) + state["classifier.bias"]));
        Assert.Equal(["logits"], output.Heads.Keys);
    }

    [Theory]
    [MemberData(nameof(Poolings))]
    public void Forward_BagInAnotherOrder_GivesTheSameLogits(BagPooling pooling)
    {
        using var model = Images(pooling);
        var image = rand([1, 1, 5, 32, 32]);
        var order = tensor(new long[] { 3, 0, 4, 1, 2 });

        var straight = model.Forward(Batches.Of(image));
        var turned = model.Forward(Batches.Of(image.index_select(2, order)));

        Assert.True(straight.Logits.allclose(turned.Logits, rtol: 0, atol: 1e-6));
        if (straight.Heads.TryGetValue("attention", out var weights))
            Assert.True(weights.index_select(1, order).allclose(turned.Heads["attention"], rtol: 0, atol: 1e-6));
    }

    [Theory]
    [MemberData(nameof(Poolings))]
    public void Forward_BagsOfDifferentSizes_GivesEachWhatItGivesAlone(BagPooling pooling)
    {
        using var model = Images(pooling);
        var image = rand([3, 1, 5, 32, 32]);
        long[] sizes = [2, 5, 1];
        // Were padding encoded or counted, it would show.
        image[0, 0, 2..] = float.NaN;
        image[2, 0, 1..] = float.NaN;

        var together = model.Forward(Batches.Of(image, instances: sizes));

        for (var item = 0; item < 3; item++)
        {
            var alone = model.Forward(Batches.Of(image.narrow(0, item, 1).narrow(2, 0, sizes[item])));
            Assert.True(alone.Logits[0].allclose(together.Logits[item], rtol: 0, atol: 1e-6));
            if (!together.Heads.TryGetValue("attention", out var weights))
                continue;
            Assert.Equal(1, weights[item].sum().item<float>(), 1e-6);
            Assert.Equal(0, weights[item][(int)sizes[item]..].abs().sum().item<float>());
        }
    }

    [Theory]
    [MemberData(nameof(Poolings))]
    public void Forward_BagWithoutInstances_GivesTheBiasesAndFiniteGradients(BagPooling pooling)
    {
        using var model = Images(pooling);
        model.Module.train();
        var image = full([2, 1, 3, 32, 32], float.NaN);
        image[1, 0, ..2] = 0.5f;

        var output = model.Forward(Batches.Of(image, instances: [0, 2]));
        output.Logits.sum().backward();

        Assert.True(output.Logits[0].allclose(model.Module.state_dict()["classifier.bias"]));
        Assert.All(model.Module.named_parameters(), each => Assert.True(each.parameter.grad is null || each.parameter.grad.isfinite().all().item<bool>(), each.name));
    }

    [Fact]
    public void Forward_NothingButEmptyBags_GivesTheBiases()
    {
        using var model = Images(BagPooling.GatedAttention);

        var output = model.Forward(Batches.Of(zeros([2, 1, 3, 32, 32]), instances: [0, 0]));

        Assert.True(output.Logits[1].allclose(model.Module.state_dict()["classifier.bias"]));
        Assert.Equal(0, output.Heads["attention"].abs().sum().item<float>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Forward_InChunks_GivesTheSame(int chunk)
    {
        using var whole = Images(BagPooling.GatedAttention);
        using var parts = Images(BagPooling.GatedAttention, chunk);
        parts.Module.load_state_dict(whole.Module.state_dict());
        var batch = Batches.Of(rand([2, 1, 5, 32, 32]), instances: [5, 4]);

        Assert.True(whole.Forward(batch).Logits.allclose(parts.Forward(batch).Logits, rtol: 0, atol: 1e-6));
    }

    // Images of 32 x 32 end as one value a channel, of which one image alone has no variance.
    [Theory]
    [InlineData(1, null)] // a bag of one image
    [InlineData(5, 4)] // and a chunk of one
    [InlineData(3, 2)]
    public void Forward_OneImageLeftInTraining_LearnsAllTheSame(int images, int? chunk)
    {
        using var model = Images(BagPooling.GatedAttention, chunk);
        model.Module.train();
        var before = Statistics(model);

        model.Forward(Batches.Of(rand([1, 1, 5, 32, 32]), instances: [images])).Logits.sum().backward();

        Assert.All(model.Module.named_parameters(), item => Assert.True(item.parameter.grad is { } gradient && gradient.isfinite().all().item<bool>(), item.name));
        Assert.Equal(images == 1, before.Zip(Statistics(model)).All(pair => pair.First.equal(pair.Second).all().item<bool>())); // one image does not move them
        Assert.True(model.Module.modules().OfType<TorchSharp.Modules.BatchNorm2d>().All(part => part.training));
    }

    private static Tensor[] Statistics(IModel model) => [.. model.Module.named_buffers().Where(item => item.name.Contains("running", StringComparison.Ordinal)).Select(item => item.buffer.clone())];

    [Fact]
    public void Forward_BagsOfVolumes_GivesALogitForEachLabel()
    {
        using var model = Model([1, 2, 32, 32, 32], new AttentionMilOptions { Encoder = Encoder });

        Assert.Equal([2, 2], model.Forward(Batches.Of(rand([2, 1, 2, 32, 32, 32]))).Logits.shape);
    }

    public static TheoryData<int[], IModelFactory?, string> Misfits => new()
    {
        { [1, 4, 32, 32], null, "'attention-mil' needs an 'encoder' for images (1, 4, 32, 32). Add one, such as { use: resnet, depth: 18 }." },
        { [8, 4], Encoder, "'attention-mil' has an 'encoder', and the data are feature vectors (feature, instance), (8, 4). Leave 'encoder' out." },
        {
            [1, 32, 32], Encoder,
            "'attention-mil' takes many images of a case, (channel, instance, y, x) or (channel, instance, z, y, x), or feature vectors, (feature, instance); the transforms leave (1, 32, 32)."
        },
        {
            [1, 4, 32, 32], new UNetFactory(new UNetOptions()),
            "'attention-mil' needs an 'encoder' that gives one feature vector for an image, and this model gives none. Use resnet, resnext or densenet."
        },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Create_EncoderThatDoesNotFit_SaysWhatWould(int[] shape, IModelFactory? encoder, string message)
    {
        var factory = new AttentionMilFactory(new AttentionMilOptions { Encoder = encoder });

        var error = Assert.Throws<ExperimentException>(() => factory.Create(new ModelContext { InputShape = shape, Labels = ["any"] }));

        Assert.Equal(message, error.Message);
    }

    private static ResNetFactory Encoder => new(new ResNetOptions { Depth = 18, Width = 4 });

    private static IModel Images(BagPooling pooling, int? chunk = null) =>
        Model([1, 5, 32, 32], new AttentionMilOptions { Encoder = Encoder, Pooling = pooling, Chunk = chunk });

    private static IModel Model(int[] shape, AttentionMilOptions options)
    {
        var model = new AttentionMilFactory(options).Create(new ModelContext { InputShape = shape, Labels = ["any", "all"] });
        model.Module.eval();
        return model;
    }

    // Equations 7 to 9, number by number. The bag is (feature, instance).
    private static (double[] Weights, double[] Logits) ByHand(Dictionary<string, double[][]> state, double[][] bag, bool isGated)
    {
        var count = bag[0].Length;
        double[] Instance(int k) => [.. bag.Select(feature => feature[k])];
        double Score(double[] h) => Doubles.Affine(state, "attention.w",
            [.. Doubles.Affine(state, "attention.V", h).Select((v, j) =>
                Math.Tanh(v) * (isGated ? 1 / (1 + Math.Exp(-Doubles.Affine(state, "attention.U", h)[j])) : 1))])[0];
        var powers = Enumerable.Range(0, count).Select(k => Math.Exp(Score(Instance(k)))).ToArray();
        double[] weights = [.. powers.Select(power => power / powers.Sum())];
        double[] mean = [.. bag.Select(feature => feature.Zip(weights, (value, weight) => value * weight).Sum())];
        return (weights, Doubles.Affine(state, "classifier", mean));
    }
}
