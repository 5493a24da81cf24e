using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Bends the scale of values by a random rising curve, which leaves the least and the greatest value where they are.</summary>
/// <remarks>
/// Image (channel, y, x) or (channel, z, y, x), same shape out. The curve is linear between points evenly spread over the range of all
/// channels; one inner point after the other is drawn evenly between its lower neighbour, already drawn, and its upper one, not yet drawn
/// (MONAI 1.1's RandHistogramShift). Of an image of one value nothing changes.
/// </remarks>
/// <param name="options">Points and probability.</param>
public sealed class HistogramShiftTransform(HistogramShiftOptions options) : IIntensityTransform
{
    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public bool RunsOnDevice => true;

    /// <inheritdoc />
    public IIntensityChange? Draw(VoxelGrid grid, RandomStream random)
    {
        if (!random.Chance(options.Probability))
            return null;
        var points = new double[options.ControlPoints];
        for (var i = 0; i < points.Length; i++)
            points[i] = (double)i / (points.Length - 1);
        for (var i = 1; i < points.Length - 1; i++)
            points[i] = random.Uniform(points[i - 1], points[i + 1]);
        return new HistogramShift(points);
    }

    /// <inheritdoc />
    public torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<IIntensityChange> drawn) => HistogramShift.Apply(rows, [.. drawn.Cast<HistogramShift>()]);
}
