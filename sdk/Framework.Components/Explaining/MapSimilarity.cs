using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Explaining;

/// <summary>How much two maps of one image look alike.</summary>
/// <param name="Rank">Spearman's rank correlation over all voxels, -1 to 1; NaN where a map is the same everywhere.</param>
/// <param name="Structure">Mean structural similarity of the maps, each scaled to [0, 1] (Wang et al. 2004), -1 to 1; NaN where a map is the same everywhere.</param>
public sealed record MapSimilarity(double Rank, double Structure)
{
    private const int Window = 7;

    /// <summary>Compares two maps.</summary>
    /// <param name="one">(y, x) or (z, y, x).</param>
    /// <param name="other">Of the same shape.</param>
    /// <exception cref="ArgumentException">They have different shapes.</exception>
    public static MapSimilarity Of(Tensor one, Tensor other)
    {
        if (!one.shape.SequenceEqual(other.shape))
            throw new ArgumentException($"Maps of ({string.Join(", ", one.shape)}) and ({string.Join(", ", other.shape)}) cannot be compared.", nameof(other));
        using var scope = NewDisposeScope();
        return new MapSimilarity(RankCorrelation.Of(Values(one), Values(other)), StructureOf(one, other));
    }

    private static double[] Values(Tensor map) => map.to(ScalarType.Float64).contiguous().data<double>().ToArray();

    // Means over cubes of 7 voxels a side, all of equal weight, that lie wholly inside; variances with n - 1, as scikit-image has it by default.
    private static double StructureOf(Tensor one, Tensor other)
    {
        if (Scaled(one) is not { } x || Scaled(other) is not { } y)
            return double.NaN;
        long[] window = [.. one.shape.Select(size => Math.Min(size, Window))];
        Tensor Mean(Tensor values) => one.dim() == 2 ? nn.functional.avg_pool2d(values, window, [1, 1]) : nn.functional.avg_pool3d(values, window, [1, 1, 1]);
        var voxels = window.Aggregate(1L, (count, size) => count * size);
        var share = voxels > 1 ? voxels / (voxels - 1.0) : 1;
        var (meanX, meanY) = (Mean(x), Mean(y));
        var varianceX = (Mean(x * x) - (meanX * meanX)) * share;
        var varianceY = (Mean(y * y) - (meanY * meanY)) * share;
        var covariance = (Mean(x * y) - (meanX * meanY)) * share;
        const double c1 = 0.01 * 0.01;
        const double c2 = 0.03 * 0.03;
        var numerator = ((2 * meanX * meanY) + c1) * ((2 * covariance) + c2);
        var denominator = ((meanX * meanX) + (meanY * meanY) + c1) * (varianceX + varianceY + c2);
        return (numerator / denominator).mean().item<double>();
    }

    private static Tensor? Scaled(Tensor map)
    {
        var values = map.to(ScalarType.Float64);
        var (low, high) = (values.min().item<double>(), values.max().item<double>());
        return high > low ? ((values - low) / (high - low)).unsqueeze(0).unsqueeze(0) : null;
    }
}
