using System.Diagnostics;
using System.Globalization;
using Framework.Components.Models;
using Framework.Torch;
using TorchSharp;

namespace Framework.Benchmarks;

/// <summary>One training step of a ResNet: forward, loss, backward, Adam; fp32, channels-last.</summary>
internal sealed class TrainStep(int depth, int batch) : IBenchmark
{
    private const int Side = 224;
    private ResNet? _model;
    private torch.Tensor? _image;
    private torch.Tensor? _labels;
    private torch.optim.Optimizer? _optimizer;

    public string Name => $"train-step.resnet{depth}.fp32";

    public string What => $"training step of ResNet-{depth}, batch {batch}, {Side} x {Side}, fp32, channels-last, Adam";

    public string Unit => "s";

    public bool LowerIsBetter => true;

    public int Pairs => 5;

    public PeerCommand? Peer => new("PyTorch", "train_step.py", $"resnet{depth}", batch.ToString(CultureInfo.InvariantCulture), Side.ToString(CultureInfo.InvariantCulture));

    public void Prepare()
    {
        torch.random.manual_seed(1);
        _model = new ResNet(depth, 3, 6);
        MemoryFormats.ToChannelsLast(_model, spatial: 2);
        _model.train();
        _image = torch.rand(batch, Side, Side, 3).permute(0, 3, 1, 2);
        _labels = torch.rand(batch, 6).lt(0.3).to_type(torch.ScalarType.Float32);
        _optimizer = torch.optim.Adam(_model.parameters(), lr: 1e-4);
        Measure();
        Measure();
    }

    public double Measure()
    {
        var start = Stopwatch.GetTimestamp();
        using var scope = torch.NewDisposeScope();
        _optimizer!.zero_grad();
        var loss = torch.nn.functional.binary_cross_entropy_with_logits(_model!.call(_image!), _labels!);
        loss.backward();
        _optimizer.step();
        loss.item<float>();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose()
    {
        _optimizer?.Dispose();
        _model?.Dispose();
        _image?.Dispose();
        _labels?.Dispose();
    }
}
