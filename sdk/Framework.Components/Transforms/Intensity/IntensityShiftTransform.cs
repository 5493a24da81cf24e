using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Adds one number to all values (MONAI's RandShiftIntensity; in deviations, its RandStdShiftIntensity).</summary>
/// <remarks>Image (channel, y, x) or (channel, z, y, x), same shape out; range and deviation are those of all channels together.</remarks>
/// <param name="options">The offset.</param>
public sealed class IntensityShiftTransform(IntensityShiftOptions options) : IIntensityTransform
{
    /// <inheritdoc />
    public bool IsRandom => options.Offset.IsRandom || options.Probability < 1;

    /// <inheritdoc />
    public bool RunsOnDevice => true;

    /// <inheritdoc />
    public IIntensityChange? Draw(VoxelGrid grid, RandomStream random) =>
        random.Chance(options.Probability) ? new IntensityShift(options.Offset.Draw(random), options.Unit) : null;

    /// <inheritdoc />
    public torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<IIntensityChange> drawn) => IntensityShift.Apply(rows, [.. drawn.Cast<IntensityShift>()]);
}
