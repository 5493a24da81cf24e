using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>A box's features to one vector.</summary>
internal sealed class BoxHead : nn.Module<Tensor, Tensor>
{
    private readonly Linear fc6;
    private readonly Linear fc7;

    public BoxHead(int inputs, int width) : base(nameof(BoxHead))
    {
        fc6 = nn.Linear(inputs, width);
        fc7 = nn.Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor features)
    {
        using var scope = NewDisposeScope();
        var x = fc6.call(features.flatten(1)).relu_();
        return fc7.call(x).relu_().MoveToOuterDisposeScope();
    }
}
