using System.Diagnostics;
using Framework.Components.Models;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Benchmarks;

/// <summary>Adam alone: one step over the parameters of a ResNet-50, whose gradients are there.</summary>
internal sealed class OptimizerStep : IBenchmark
{
    private IModel? _model;
    private torch.optim.Optimizer? _optimizer;

    public string Name => "optimizer-step.adam";

    public string What => "Adam's step over the 25.6 million parameters of ResNet-50, fp32; the peer's is the faster of its two kinds";

    public string Unit => "ms";

    public bool LowerIsBetter => true;

    public int Pairs => 9;

    public PeerCommand? Peer => new("PyTorch", "optimizer_step.py");

    public void Prepare()
    {
        _model = new ResNetFactory(new ResNetOptions { Depth = 50 }).Create(new ModelContext { InputShape = [3, 224, 224], Labels = [.. Enumerable.Range(0, 1000).Select(i => $"class{i}")] });
        foreach (var parameter in _model.Module.parameters())
            parameter.grad = torch.randn_like(parameter).detach();
        _optimizer = torch.optim.Adam(_model.Module.parameters(), lr: 1e-4);
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
