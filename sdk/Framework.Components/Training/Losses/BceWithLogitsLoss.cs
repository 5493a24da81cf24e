using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>Binary cross-entropy on logits with weights of positives and labels.</summary>
internal sealed class BceWithLogitsLoss : ILoss
{
    private readonly torch.Tensor _positive;
    private readonly torch.Tensor _label;

    private readonly IReadOnlyList<string> _labels;

    public BceWithLogitsLoss(double[] positive, double[] label, LossContext context)
    {
        _labels = context.Labels;
        using var scope = torch.NewDisposeScope();
        _positive = torch.tensor(Array.ConvertAll(positive, weight => (float)weight)).to(context.Device).DetachFromDisposeScope();
        _label = torch.tensor(Array.ConvertAll(label, weight => (float)weight)).to(context.Device).DetachFromDisposeScope();
    }

    public bool AddsUpOverRanks => true;

    public torch.Tensor Compute(ModelOutput output, Batch batch)
    {
        LogitsShape.Require("bce-with-logits", output, batch);
        // A batch without any known label has the loss 0, and no gradient.
        return Terms(output, batch, torch.nn.Reduction.Sum) / batch.Total(Known(batch).sum()).clamp_min(1e-12);
    }

    public torch.Tensor Probabilities(ModelOutput output) => output.Logits.sigmoid();

    public IReadOnlyDictionary<string, torch.Tensor> Parts(ModelOutput output, Batch batch)
    {
        var terms = Terms(output, batch, torch.nn.Reduction.None);
        return Enumerable.Range(0, _labels.Count).ToDictionary(label => _labels[label], label => terms.select(-1, label).sum());
    }

    public void Dispose()
    {
        _positive.Dispose();
        _label.Dispose();
    }

    private torch.Tensor Known(Batch batch) => torch.isnan(batch.Labels).logical_not().to(torch.ScalarType.Float32) * _label;

    private torch.Tensor Terms(ModelOutput output, Batch batch, torch.nn.Reduction reduction) => torch.nn.functional.binary_cross_entropy_with_logits(
        output.Logits, batch.Labels.nan_to_num(0), Known(batch), reduction, _positive);
}
