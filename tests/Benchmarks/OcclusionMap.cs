using System.Diagnostics;
using System.Globalization;
using Framework.Components.Explaining;
using Framework.Components.Models;
using Framework.Sdk;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Benchmarks;

/// <summary>An occlusion map of a small volume, many patches in one forward pass, beside one forward pass a patch.</summary>
internal sealed class OcclusionMap(int batch, string device) : IBenchmark
{
    private const int Side = 32;
    private const int Patch = 8;

    private Network? _network;
    private Tensor? _image;

    public string Name => batch == 1 ? "occlusion.one-by-one" : "occlusion";

    public string What => string.Create(CultureInfo.InvariantCulture,
        $"occlusion map of {Side} x {Side} x {Side} voxels, 64 patches, DenseNet-121, {(batch == 1 ? "one forward pass a patch" : $"{batch} patches a forward pass; the peer takes one a patch")}");

    public string Unit => "s";

    public bool LowerIsBetter => true;

    public int Pairs => 5;

    public PeerCommand? Peer => new("PyTorch", "occlusion.py", $"{Side}", $"{Patch}", device);

    public void Prepare()
    {
        manual_seed(1);
        _network = new Network(new DenseNetFactory(new DenseNetOptions()).Create(new ModelContext { InputShape = [1, Side, Side, Side], Labels = ["any"] }), new Device(device));
        _image = rand(1, Side, Side, Side);
        using var noGradient = no_grad();
        _network.Score(_image.to(_network.Device).unsqueeze(0), 0, ExplainedScore.Logit).Dispose();
    }

    public double Measure()
    {
        var explainer = new OcclusionExplainer(new OcclusionOptions { Patch = [Patch, Patch, Patch], Batch = batch });
        var start = Stopwatch.GetTimestamp();
        explainer.Explain(_network!, _image!, new ExplainRequest(0, new RandomStream(1))).Dispose();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose()
    {
        _network?.Dispose();
        _image?.Dispose();
    }

    private sealed class Network : IExplainable
    {
        private readonly IModel _model;

        public Network(IModel model, Device device)
        {
            (_model, Device) = (model, device);
            model.Module.to(device);
            model.Module.eval();
        }

        public Device Device { get; }

        nn.Module IExplainable.Network => _model.Module;

        public Tensor Score(Tensor image, int label, ExplainedScore score)
        {
            using var scope = NewDisposeScope();
            return _model.Forward(new Batch([], image, empty([image.shape[0], 0]))).Logits.select(1, label).MoveToOuterDisposeScope();
        }

        public Predictions Predict(SampleSet samples, CancellationToken cancellation) => throw new NotSupportedException("A benchmark has no cases.");

        public void Dispose() => _model.Dispose();
    }
}
