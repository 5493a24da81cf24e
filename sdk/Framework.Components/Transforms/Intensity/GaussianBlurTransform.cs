using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Smooths the image by a Gaussian, axis by axis.</summary>
/// <remarks>
/// Image (channel, y, x) or (channel, z, y, x), same shape out. A voxel's weight is the Gaussian's integral over it (MONAI's <c>erf</c>), out to 4
/// sigma, all weights together 1, so that an even image stays as it is.
/// </remarks>
public sealed class GaussianBlurTransform : IIntensityTransform
{
    private readonly GaussianBlurOptions _options;

    /// <summary>Checks the widths.</summary>
    /// <param name="options">Widths, their unit, and edges.</param>
    /// <exception cref="ExperimentException">A width may be below 0.</exception>
    public GaussianBlurTransform(GaussianBlurOptions options)
    {
        _options = options;
        if (options.Sigma.Any(sigma => sigma.Low < 0))
            throw new ExperimentException($"'gaussian-blur' needs every 'sigma' to be at least 0; one may be {options.Sigma.Min(sigma => sigma.Low)}.");
    }

    /// <inheritdoc />
    public bool IsRandom => _options.Probability < 1 || _options.Sigma.Any(sigma => sigma.IsRandom);

    /// <inheritdoc />
    public bool RunsOnDevice => _options.Unit == LengthUnit.Voxels;

    /// <inheritdoc />
    public IIntensityChange? Draw(VoxelGrid grid, RandomStream random)
    {
        if (!random.Chance(_options.Probability))
            return null;
        var drawn = _options.Sigma.Select(sigma => sigma.Draw(random)).ToArray();
        if (drawn.Length != 1 && drawn.Length != grid.Dimensions)
            throw new DataFormatException($"gaussian-blur has {drawn.Length} widths, and the image has {grid.Dimensions} axes. Give one for all axes, or one for each.");
        var (x, y, z) = drawn.Length == 1 ? (drawn[0], drawn[0], drawn[0]) : (drawn[0], drawn[1], drawn[^1]);
        var spacing = _options.Unit == LengthUnit.Millimetres ? grid.Geometry.Spacing : (X: 1, Y: 1, Z: 1);
        return new GaussianBlur((x / spacing.X, y / spacing.Y, grid.Dimensions == 3 ? z / spacing.Z : 0), _options.Padding);
    }

    /// <inheritdoc />
    public torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<IIntensityChange> drawn) => GaussianBlur.Apply(rows, [.. drawn.Cast<GaussianBlur>()]);
}
