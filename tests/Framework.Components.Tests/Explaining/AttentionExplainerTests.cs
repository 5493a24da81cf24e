using Framework.Components.Explaining;
using Framework.Components.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Explaining;

public sealed class AttentionExplainerTests : IDisposable
{
    private static readonly ExplainRequest Request = new(0, new RandomStream(1));

    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Explain_BagOfVolumes_GivesEachVolumeItsWeight()
    {
        using var model = Model(BagPooling.GatedAttention);
        var image = randn(3 * 8 * 16 * 16).reshape(1, 3, 8, 16, 16);

        var map = new AttentionExplainer().Explain(new Asked(model.Module), image, Request);

        var network = (nn.Module<Batch, ModelOutput>)model.Module;
        using var output = new Batch([], image.unsqueeze(0), empty([1, 0]));
        var weights = network.call(output).Heads["attention"][0];
        Assert.Equal([24, 16, 16], map.shape);
        Assert.Equal(1, map.reshape(3, -1).mean([1]).sum().item<float>(), 5);
        for (var i = 0; i < 3; i++)
        {
            var own = map.narrow(0, 8 * i, 8);
            Assert.Equal(own.min().item<float>(), own.max().item<float>());
            Assert.Equal(weights[i].item<float>(), own.min().item<float>(), 6);
        }

        Assert.True(map.max().item<float>() > map.min().item<float>());
    }

    [Fact]
    public void Explain_PoolingWithoutAttention_SaysWhatToDo()
    {
        using var model = Model(BagPooling.Mean);
        var error = Assert.Throws<ExperimentException>(() => new AttentionExplainer().Explain(new Asked(model.Module), randn(2 * 8 * 16 * 16).reshape(1, 2, 8, 16, 16), Request));
        Assert.Equal("'attention' finds no attention in this network. Set pooling: gated-attention, or attention.", error.Message);
    }

    [Fact]
    public void Explain_NetworkWithoutBags_SaysWhatToDo()
    {
        var error = Assert.Throws<ExperimentException>(() => new AttentionExplainer().Explain(new Asked(nn.Linear(1, 1)), randn(1, 8, 8), Request));
        Assert.Equal("'attention' shows how much each image of a bag counted, and this stage has no bags. Use it with attention-mil over images, or ask occlusion or grad-cam.", error.Message);
    }

    private static IModel Model(BagPooling pooling) => new AttentionMilFactory(new AttentionMilOptions
    {
        Encoder = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 }),
        Pooling = pooling,
        AttentionSize = 4,
    }).Create(new ModelContext { InputShape = [1, 3, 8, 16, 16], Labels = ["a", "b"] });

    private sealed class Asked(nn.Module network) : IExplainable
    {
        public nn.Module Network => network;

        public Device Device => CPU;

        public Tensor Score(Tensor image, int label, ExplainedScore score) => throw new NotSupportedException();

        public Predictions Predict(SampleSet samples, CancellationToken cancellation) => throw new NotSupportedException();

        public void Save(ICheckpointStore files) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
