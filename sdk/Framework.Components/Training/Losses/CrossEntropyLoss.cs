using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>Cross-entropy of a softmax over the labels.</summary>
internal sealed class CrossEntropyLoss(double smoothing) : ILoss
{
    public torch.Tensor Compute(ModelOutput output, Batch batch)
    {
        LogitsShape.Require("cross-entropy", output, batch);
        var known = torch.isnan(batch.Labels).any(1).logical_not().to(torch.ScalarType.Float32);
        var target = (batch.Labels.nan_to_num(0) * (1 - smoothing)) + (smoothing / batch.Labels.shape[1]);
        var perCase = (target * torch.nn.functional.log_softmax(output.Logits, 1)).sum(1).neg();
        return (perCase * known).sum() / known.sum().clamp_min(1e-12);
    }

    public torch.Tensor Probabilities(ModelOutput output) => torch.nn.functional.softmax(output.Logits, 1);

    public void Dispose()
    {
    }
}
