namespace Framework.Components.Training.Losses;

/// <summary>The sum of soft Dice and cross-entropy over voxels, as nnU-Net has it (Isensee 2021).</summary>
/// <param name="options">Both parts and their weights.</param>
public sealed class DiceCeFactory(DiceCeOptions options) : ILossFactory
{
    /// <inheritdoc />
    public ILoss Create(LossContext context) => new DiceCeLoss(
        options,
        new DiceLoss(options.Dice, MaskClasses.Require("dice-ce", context)),
        new VoxelCrossEntropy("dice-ce", options.Weights.OfVoxels("dice-ce", context), smoothing: 0, gamma: 0, context.Device));
}
