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

    /// <summary>How far from the outermost voxels' centres a place is still shown something else than the constant outside, in voxels.</summary>
    public double Margin => Sampling == Sampling.Cubic ? 2 : 1;

    /// <summary>The value at a place of the view, one at a time: for edges, cubic sampling and displaced places.</summary>
    /// <param name="values">The buffer of the view's image.</param>
    /// <param name="start">Where the channel begins.</param>
    /// <param name="place">In voxels of the view.</param>
    public float At(ReadOnlySpan<float> values, int start, (double X, double Y, double Z) place) =>
        Sampling is Sampling.Linear or Sampling.LinearAntialiased ? Linear(values, start, place) : Weighted(values, start, place);

    private float Linear(ReadOnlySpan<float> values, int start, (double X, double Y, double Z) place)
    {
        var (left, right, x) = Pair(place.X, View.Size.X, View.Step.X);
        var (front, back, y) = Pair(place.Y, View.Size.Y, View.Step.Y);
        var (below, above, z) = Pair(place.Z, View.Size.Z, View.Step.Z);
        var lower = Mix(Mix(Value(values, start, (left, front, below)), Value(values, start, (right, front, below)), x), Mix(Value(values, start, (left, back, below)), Value(values, start, (right, back, below)), x), y);
        if (z == 0)
            return (float)lower;
        var upper = Mix(Mix(Value(values, start, (left, front, above)), Value(values, start, (right, front, above)), x), Mix(Value(values, start, (left, back, above)), Value(values, start, (right, back, above)), x), y);
        return (float)Mix(lower, upper, z);
    }

    // Where the two neighbours' values begin, -1 outside, and the upper one's share.
    private (int Low, int High, double Share) Pair(double position, int size, int step)
    {
        var low = (int)Math.Floor(position);
        var (first, second) = (Interpolant.Fold(low, size, Padding.Mode), Interpolant.Fold(low + 1, size, Padding.Mode));
        return (first < 0 ? -1 : first * step, second < 0 ? -1 : second * step, position - low);
    }

    private double Value(ReadOnlySpan<float> values, int start, (int X, int Y, int Z) at) =>
        (at.X | at.Y | at.Z) < 0 ? Padding.Value : values[start + at.X + at.Y + at.Z];

    private static double Mix(double a, double b, double share) => a + ((b - a) * share);

    private float Weighted(ReadOnlySpan<float> values, int start, (double X, double Y, double Z) place)
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
