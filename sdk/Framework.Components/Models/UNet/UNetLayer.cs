using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>A 3x3 convolution, instance normalisation, dropout, and a rectifier that leaks a tenth.</summary>
internal sealed class UNetLayer : nn.Module<Tensor, Tensor>
{
    private const double Leak = 0.1;

    private readonly Convolution conv;
    private readonly Sequential adn;

    public UNetLayer(UNetPlan plan, int channels, int outputs) : base(nameof(UNetLayer))
    {
        conv = plan.Space.Convolution(channels, outputs, 3, padding: 1, bias: true);
        adn = nn.Sequential(("N", plan.Space.InstanceNorm(outputs)));
        if (plan.Dropout > 0)
            adn.append("D", nn.Dropout(plan.Dropout));
        adn.append("A", nn.LeakyReLU(Leak, inplace: true));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => conv.call(input).Then(adn);
}
