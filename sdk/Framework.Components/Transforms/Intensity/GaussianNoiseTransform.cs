using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Adds independent normal noise to every value.</summary>
/// <remarks>
/// Image (channel, y, x) or (channel, z, y, x), same shape out. With a range from 0, the deviation is drawn anew for every image (MONAI 1.1's
/// RandGaussianNoise). The noise of a value depends on the stream and the value's position alone: the same on any number of threads.
/// </remarks>
public sealed class GaussianNoiseTransform : IIntensityTransform
{
    private readonly GaussianNoiseOptions _options;

    /// <summary>Checks the deviation.</summary>
    /// <param name="options">Mean and deviation.</param>
    /// <exception cref="ExperimentException">The deviation may be below 0.</exception>
    public GaussianNoiseTransform(GaussianNoiseOptions options)
    {
        _options = options;
        if (options.Deviation.Low < 0)
            throw new ExperimentException($"'gaussian-noise' needs 'deviation' to be at least 0; it may be {options.Deviation.Low}.");
    }

    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public bool RunsOnDevice => true;

    /// <inheritdoc />
    public IIntensityChange? Draw(VoxelGrid grid, RandomStream random) =>
        random.Chance(_options.Probability) ? new GaussianNoise(_options.Mean, _options.Deviation.Draw(random), random.NextBits()) : null;

    /// <inheritdoc />
    public torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<IIntensityChange> drawn) => GaussianNoise.Apply(rows, [.. drawn.Cast<GaussianNoise>()]);
}
