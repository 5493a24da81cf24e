using Framework.Sdk;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Sdk.Testing;

/// <summary>A network of one convolution, named <c>conv</c>, and a linear layer, named <c>head</c>, to ask explainers about.</summary>
public sealed class SmallNetwork : IExplainable
{
    private readonly nn.Module<Tensor, Tensor> _network;

    /// <summary>Makes it with weights that follow from a seed of libtorch's generator.</summary>
    /// <param name="channels">Channels of the images.</param>
    /// <param name="labels">Number of labels.</param>
    public SmallNetwork(int channels = 1, int labels = 2)
    {
        manual_seed(1);
        _network = nn.Sequential(("conv", nn.Conv2d(channels, 4, 3, padding: 1)), ("relu", nn.ReLU()), ("pool", nn.AdaptiveAvgPool2d(4)), ("flat", nn.Flatten()), ("head", nn.Linear(64, labels)));
        _network.eval();
    }

    /// <inheritdoc />
    public nn.Module Network => _network;

    /// <inheritdoc />
    public Device Device => CPU;

    /// <inheritdoc />
    public Tensor Score(Tensor image, int label, ExplainedScore score)
    {
        var logits = _network.call(image);
        return (score == ExplainedScore.Logit ? logits : logits.sigmoid()).select(1, label);
    }

    /// <inheritdoc />
    public Predictions Predict(SampleSet samples, CancellationToken cancellation) => throw new NotSupportedException("It is there to be explained; TestExperiment predicts.");

    /// <inheritdoc />
    public void Dispose() => _network.Dispose();
}
