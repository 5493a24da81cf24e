using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>Soft Dice over the known voxels.</summary>
internal sealed class DiceLoss(DiceOptions options, int classes) : ILoss
{
    public bool AddsUpOverRanks => true;

    public torch.Tensor Compute(ModelOutput output, Batch batch)
    {
        var mask = SegmentationShape.MaskOf("dice", output, batch, classes);
        return Of(SegmentationShape.Probabilities(output.Logits), mask, batch);
    }

    public torch.Tensor Probabilities(ModelOutput output) => SegmentationShape.Probabilities(output.Logits);

    public void Dispose()
    {
    }

    /// <summary>The loss of probabilities (case, class, ...) against classes (case, ...).</summary>
    private torch.Tensor Of(torch.Tensor probabilities, torch.Tensor mask, Batch batch)
    {
        var known = (mask >= 0).unsqueeze(1).to(probabilities.dtype);
        // one_hot puts the classes last.
        var truth = torch.nn.functional.one_hot(mask.clamp_min(0), classes).movedim([-1], [1]).to(probabilities.dtype) * known;
        var predicted = probabilities * known;
        if (!options.IncludeBackground)
            (predicted, truth) = (predicted.narrow(1, 1, classes - 1), truth.narrow(1, 1, classes - 1));
        long[] space = [.. Enumerable.Range(2, (int)mask.Dimensions - 1).Select(axis => (long)axis)];
        long[] summed = options.PerBatch ? [0, .. space] : space;
        var overlap = (predicted * truth).sum(summed);
        var size = options.SquaredPred ? predicted.square().sum(summed) + truth.sum(summed) : predicted.sum(summed) + truth.sum(summed);
        if (options.PerBatch)
            (overlap, size) = (batch.Total(overlap), batch.Total(size));
        var loss = 1 - (((2 * overlap) + options.Smooth) / (size + options.Smooth));
        if (options.PerBatch)
            return loss.mean() * batch.Share;
        // A case without any known voxel would count as a perfect one.
        var counts = known.flatten(1).amax(1).unsqueeze(1).expand_as(loss);
        return (loss * counts).sum() / batch.Total(counts.sum()).clamp_min(1e-12);
    }
}
