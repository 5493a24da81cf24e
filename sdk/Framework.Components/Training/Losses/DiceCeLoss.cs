using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>A weighted sum of Dice and cross-entropy.</summary>
internal sealed class DiceCeLoss(DiceCeOptions options, DiceLoss dice, VoxelCrossEntropy entropy) : ILoss
{
    public bool AddsUpOverRanks => true;

    public torch.Tensor Compute(ModelOutput output, Batch batch) =>
        (options.DiceWeight * dice.Compute(output, batch)) + (options.CeWeight * entropy.Compute(output, batch));

    public torch.Tensor Probabilities(ModelOutput output) => SegmentationShape.Probabilities(output.Logits);

    public void Dispose()
    {
        dice.Dispose();
        entropy.Dispose();
    }
}
