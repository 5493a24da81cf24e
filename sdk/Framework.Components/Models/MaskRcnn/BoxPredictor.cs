using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>A box's vector to its class, and to a finer box for each class; float32 whatever went in.</summary>
internal sealed class BoxPredictor : nn.Module<Tensor, (Tensor Logits, Tensor Deltas)>
{
    private readonly Linear cls_score;
    private readonly Linear bbox_pred;

    public BoxPredictor(int inputs, int classes) : base(nameof(BoxPredictor))
    {
        cls_score = nn.Linear(inputs, classes);
        bbox_pred = nn.Linear(inputs, classes * 4);
        RegisterComponents();
    }

    public override (Tensor Logits, Tensor Deltas) forward(Tensor vectors) =>
        (cls_score.call(vectors).to(float32), bbox_pred.call(vectors).to(float32));
}
