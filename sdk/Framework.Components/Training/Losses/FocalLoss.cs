using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>Focal loss of independent labels and of the classes of questions.</summary>
internal sealed class FocalLoss : ILoss
{
    private readonly FocalOptions _options;
    private readonly ClassQuestion[] _questions;
    private readonly LabelProbabilities _probabilities;
    private readonly int[] _single;
    private readonly IReadOnlyList<string> _labels;

    public FocalLoss(FocalOptions options, ClassQuestion[] questions, LossContext context)
    {
        (_options, _questions, _labels) = (options, questions, context.Labels);
        _probabilities = new LabelProbabilities(questions);
        _single = [.. Enumerable.Range(0, context.Labels.Count).Except(questions.SelectMany(question => question.Columns))];
    }

    public bool AddsUpOverRanks => true;

    public torch.Tensor Compute(ModelOutput output, Batch batch)
    {
        LogitsShape.Require("focal", output, batch);
        var parts = Each(output, batch).ToList();
        return parts.Select(part => part.Loss).Aggregate((sum, loss) => sum + loss) / parts.Count;
    }

    public torch.Tensor Probabilities(ModelOutput output) => _probabilities.Of(output.Logits);

    public IReadOnlyDictionary<string, torch.Tensor> Parts(ModelOutput output, Batch batch) => Each(output, batch).ToDictionary(part => part.Name, part => part.Loss);

    public void Dispose()
    {
        foreach (var question in _questions)
            question.Dispose();
    }

    private IEnumerable<(string Name, torch.Tensor Loss)> Each(ModelOutput output, Batch batch)
    {
        foreach (var label in _single)
            yield return (_labels[label], Binary(output.Logits.select(1, label), batch.Labels.select(1, label), batch));
        foreach (var question in _questions)
            yield return (question.Name, question.Mean(output.Logits, batch, PerClass));
    }

    private torch.Tensor PerClass(torch.Tensor logits)
    {
        var entropy = torch.nn.functional.log_softmax(logits, 1).neg();
        return Modulated(entropy);
    }

    private torch.Tensor Binary(torch.Tensor logits, torch.Tensor labels, Batch batch)
    {
        var known = torch.isnan(labels).logical_not().to(torch.ScalarType.Float32);
        var truth = labels.nan_to_num(0);
        var loss = Modulated(torch.nn.functional.binary_cross_entropy_with_logits(logits, truth, reduction: torch.nn.Reduction.None));
        if (_options.Alpha is { } alpha)
            loss *= (truth * alpha) + ((1 - truth) * (1 - alpha));
        // A batch without any known label has the loss 0, and no gradient.
        return (loss * known).sum() / batch.Total(known.sum()).clamp_min(1e-12);
    }

    // The floor keeps the slope of a power below 1 finite where an answer is certain.
    private torch.Tensor Modulated(torch.Tensor entropy) =>
        _options.Gamma == 0 ? entropy : entropy * (1 - entropy.neg().exp()).clamp_min(1e-12).pow(_options.Gamma);
}
