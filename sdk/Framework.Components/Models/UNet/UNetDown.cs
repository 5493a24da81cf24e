using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>The way down: every two pixels along each axis become one, then two layers.</summary>
internal sealed class UNetDown : nn.Module<Tensor, Tensor>
{
    private readonly Sequential convs;
    private readonly Space _space;

    public UNetDown(UNetPlan plan, int channels, int outputs) : base(nameof(UNetDown))
    {
        _space = plan.Space;
        convs = UNet.Pair(plan, channels, outputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _space.MaxPool(input, 2, stride: 2).Then(convs);
}
