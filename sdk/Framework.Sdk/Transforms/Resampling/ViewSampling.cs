namespace Framework.Sdk;

/// <summary>A view and where in it each new voxel lies.</summary>
/// <param name="View">All axes run forwards.</param>
/// <param name="Map">From new voxels to the view's, row-major 4x4.</param>
/// <param name="Sampling">How values between voxels are made.</param>
/// <param name="Padding">What lies outside the view.</param>
internal sealed record ViewSampling(GridView View, double[] Map, Sampling Sampling, Padding Padding)
{
    public static ViewSampling Of(GridView view, SpatialChange change)
    {
        var (forward, map) = view.Forward(change.Map);
        return new ViewSampling(forward, map, change.Sampling, change.Padding);
    }

    public bool IsDiagonal => Map[1] == 0 && Map[2] == 0 && Map[4] == 0 && Map[6] == 0 && Map[8] == 0 && Map[9] == 0;

    /// <summary>The value at a place of the view. Slow: for edges, cubic sampling and displaced places.</summary>
    /// <param name="values">The buffer of the view's image.</param>
    /// <param name="start">Where the channel begins.</param>
    /// <param name="place">In voxels of the view.</param>
    public float At(ReadOnlySpan<float> values, int start, (double X, double Y, double Z) place)
    {
        Span<double> weights = stackalloc double[12];
        Span<int> at = stackalloc int[12];
        var columns = Taps(place.X, View.Size.X, View.Step.X, weights, at);
        var rows = Taps(place.Y, View.Size.Y, View.Step.Y, weights[4..], at[4..]);
        var slices = Taps(place.Z, View.Size.Z, View.Step.Z, weights[8..], at[8..]);
        var sum = 0.0;
        for (var k = 0; k < slices; k++)
        {
            for (var j = 0; j < rows; j++)
            {
                var share = weights[8 + k] * weights[4 + j];
                for (var i = 0; share != 0 && i < columns; i++)
                {
                    var isOutside = (at[i] | at[4 + j] | at[8 + k]) < 0;
                    sum += share * weights[i] * (isOutside ? Padding.Value : values[start + at[i] + at[4 + j] + at[8 + k]]);
                }
            }
        }

        return (float)sum;
    }

    private int Taps(double position, int size, int step, Span<double> weights, Span<int> at)
    {
        var (first, count) = Interpolant.Weights(position, Sampling, weights);
        for (var k = 0; k < count; k++)
        {
            var index = Interpolant.Fold(first + k, size, Padding.Mode);
            at[k] = index < 0 ? -1 : index * step;
        }

        return count;
    }
}
