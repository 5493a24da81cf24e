using System.Diagnostics;
using Framework.Components.Models;
using TorchSharp;

namespace Framework.Benchmarks;

/// <summary>Adam alone: one step over the parameters of a ResNet-50, whose gradients are there.</summary>
internal sealed class OptimizerStep : IBenchmark
{
    private ResNet? _model;
    private torch.optim.Optimizer? _optimizer;

    public string Name => "optimizer-step.adam";

    public string What => "Adam's step over the 25.6 million parameters of ResNet-50, fp32";

    public string Unit => "ms";

    public bool LowerIsBetter => true;

    public int Pairs => 9;

    public PeerCommand? Peer => new("PyTorch", "optimizer_step.py");

    public void Prepare()
    {
        _model = new ResNet(50, 3, 1000);
        foreach (var parameter in _model.parameters())
            parameter.grad = torch.randn_like(parameter).detach();
        _optimizer = torch.optim.Adam(_model.parameters(), lr: 1e-4);
        Measure();
        Measure();
    }

    public double Measure()
    {
        var start = Stopwatch.GetTimestamp();
        _optimizer!.step();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public void Dispose()
    {
        _optimizer?.Dispose();
        _model?.Dispose();
    }
}
