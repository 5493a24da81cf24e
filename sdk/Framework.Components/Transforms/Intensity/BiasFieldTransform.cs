using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Multiplies the image by a smooth random field, as the coils of an MR scanner do.</summary>
/// <remarks>
/// Image (channel, y, x) or (channel, z, y, x), same shape out; one field for all channels. The field is exp of the sum of c(i, j, k) P_i(x)
/// P_j(y) P_k(z) over i + j + k up to the degree, P being Legendre's polynomials and each axis running from -1 to 1 (MONAI 1.1's
/// RandBiasField). In 2-D it is the sum over i + j up to the degree; MONAI takes j up to i there, which treats the axes unlike.
/// </remarks>
/// <param name="options">Degree and coefficients.</param>
public sealed class BiasFieldTransform(BiasFieldOptions options) : IIntensityTransform
{
    /// <inheritdoc />
    public bool IsRandom => options.Coefficients.IsRandom || options.Probability < 1;

    /// <inheritdoc />
    public bool RunsOnDevice => true;

    /// <inheritdoc />
    public IIntensityChange? Draw(VoxelGrid grid, RandomStream random)
    {
        if (!random.Chance(options.Probability))
            return null;
        var terms = BiasField.Terms(options.Degree, grid.Dimensions).Count();
        return new BiasField(options.Degree, [.. Enumerable.Range(0, terms).Select(_ => options.Coefficients.Draw(random))]);
    }

    /// <inheritdoc />
    public torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<IIntensityChange> drawn) => BiasField.Apply(rows, [.. drawn.Cast<BiasField>()]);
}
