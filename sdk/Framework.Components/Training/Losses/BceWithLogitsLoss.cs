using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>Binary cross-entropy on logits with weights of positives and labels.</summary>
internal sealed class BceWithLogitsLoss : ILoss
{
    private readonly torch.Tensor _positive;
    private readonly torch.Tensor _label;

    public BceWithLogitsLoss(double[] positive, double[] label, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        _positive = torch.tensor(Array.ConvertAll(positive, weight => (float)weight)).to(device).DetachFromDisposeScope();
        _label = torch.tensor(Array.ConvertAll(label, weight => (float)weight)).to(device).DetachFromDisposeScope();
    }

    public torch.Tensor Compute(ModelOutput output, Batch batch)
    {
        LogitsShape.Require("bce-with-logits", output, batch);
        var known = torch.isnan(batch.Labels).logical_not().to(torch.ScalarType.Float32) * _label;
        var total = torch.nn.functional.binary_cross_entropy_with_logits(
            output.Logits, batch.Labels.nan_to_num(0), known, torch.nn.Reduction.Sum, _positive);
        // A batch without any known label has the loss 0, and no gradient.
        return total / known.sum().clamp_min(1e-12);
    }

    public torch.Tensor Probabilities(ModelOutput output) => output.Logits.sigmoid();

    public void Dispose()
    {
        _positive.Dispose();
        _label.Dispose();
    }
}
