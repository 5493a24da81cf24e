namespace Framework.Components.Training.Losses;

/// <summary>Soft Dice loss of a network that segments: 1 - (2 sum(p t) + s) / (sum(p) + sum(t) + s), averaged over classes and cases (Milletari 2016).</summary>
/// <remarks>
/// As MONAI's DiceLoss with softmax, one-hot targets and equal smoothing above and below. Voxels of unknown class do not count; a case without any known voxel does not
/// either. With one logit for two classes a sigmoid takes the softmax's place.
/// </remarks>
/// <param name="options">Smoothing, classes and what is summed.</param>
public sealed class DiceFactory(DiceOptions options) : ILossFactory
{
    /// <inheritdoc />
    public ILoss Create(LossContext context) => new DiceLoss(options, MaskClasses.Require("dice", context));
}
