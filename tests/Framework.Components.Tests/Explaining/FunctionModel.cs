using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Explaining;

/// <summary>A model whose logits are a function or a module, on the CPU.</summary>
internal sealed class FunctionModel(Func<Tensor, Tensor> logits, nn.Module? network = null) : IExplainable
{
    public FunctionModel(nn.Module<Tensor, Tensor> network)
        : this(network.call, network) => network.eval();

    public List<long> Batches { get; } = [];

    public nn.Module Network => network ?? throw new InvalidOperationException("a function has no layers");

    public Device Device => CPU;

    public Tensor Score(Tensor image, int label, ExplainedScore score)
    {
        Batches.Add(image.shape[0]);
        var all = logits(image);
        return (score == ExplainedScore.Logit ? all : all.sigmoid()).select(1, label);
    }

    public Predictions Predict(SampleSet samples, CancellationToken cancellation) => throw new NotSupportedException();

    public void Dispose() => network?.Dispose();
}
