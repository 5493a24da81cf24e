namespace Framework.Sdk;

/// <summary>Weights of the voxels around a position along one axis, and where voxels beyond the edge are looked up.</summary>
internal static class Interpolant
{
    // A tie that float64 has brought to the wrong side is still a tie.
    private const double Tie = 1e-9;

    /// <summary>The first voxel that counts, and the weights of it and those after it.</summary>
    public static (int First, int Count) Weights(double position, Sampling sampling, Span<double> weights)
    {
        if (sampling == Sampling.Nearest)
        {
            weights[0] = 1;
            return (Nearest(position), 1);
        }

        var low = (int)Math.Floor(position);
        var t = position - low;
        if (sampling != Sampling.Cubic)
        {
            (weights[0], weights[1]) = (1 - t, t);
            return (low, 2);
        }

        weights[0] = t * (-0.5 + (t * (1 - (0.5 * t))));
        weights[1] = 1 + (t * t * (-2.5 + (1.5 * t)));
        weights[2] = t * (0.5 + (t * (2 - (1.5 * t))));
        weights[3] = t * t * (-0.5 + (0.5 * t));
        return (low - 1, 4);
    }

    /// <summary>The nearest voxel; the upper one half way.</summary>
    public static int Nearest(double position) => (int)Math.Floor(position + 0.5 + Tie);

    /// <summary>The voxel that stands for one beyond the edge; -1 for the constant.</summary>
    public static int Fold(int position, int size, PaddingMode padding)
    {
        if ((uint)position < (uint)size)
            return position;
        if (padding == PaddingMode.Constant)
            return -1;
        if (padding == PaddingMode.Border || size == 1)
            return Math.Clamp(position, 0, size - 1);
        var period = 2 * (size - 1);
        position = ((position % period) + period) % period;
        return position < size ? position : period - position;
    }
}
