namespace Framework.Sdk;

/// <summary>For one axis: which old positions make a new position, with what weights.</summary>
/// <remarks>Each new position has a row of <see cref="Stride"/> weights, a multiple of 8, beginning at old position <see cref="Start"/>; the rest of a row is 0.</remarks>
internal sealed class AxisWeights
{
    private readonly float[] _weights;

    private AxisWeights(int from, int to, int stride)
    {
        (From, To, Stride) = (from, to, stride);
        Start = new int[to];
        Count = new int[to];
        Sum = new float[to];
        _weights = new float[to * stride];
    }

    public int From { get; }

    public int To { get; }

    public int Stride { get; }

    public int[] Start { get; }

    public int[] Count { get; }

    /// <summary>Sum of each row: below 1 where a constant outside has a share.</summary>
    public float[] Sum { get; }

    public ReadOnlySpan<float> Row(int position) => _weights.AsSpan(position * Stride, Stride);

    /// <summary>Whether each position is its own.</summary>
    public bool IsIdentity => From == To && Enumerable.Range(0, To).All(i => Start[i] == i && Count[i] == 1 && Sum[i] == 1);

    /// <summary>New position i shows old position (scale i + offset).</summary>
    public static AxisWeights Create((int From, int To) sizes, double scale, double offset, Sampling sampling, PaddingMode padding) =>
        sampling == Sampling.LinearAntialiased && Math.Abs(scale) > 1
            ? Triangle(sizes, scale, offset)
            : Taps(sizes, i => (scale * i) + offset, sampling, padding);

    private static AxisWeights Taps((int From, int To) sizes, Func<int, double> position, Sampling sampling, PaddingMode padding)
    {
        var result = new AxisWeights(sizes.From, sizes.To, 8);
        Span<double> taps = stackalloc double[4];
        Span<double> row = stackalloc double[4];
        Span<int> at = stackalloc int[4];
        for (var i = 0; i < sizes.To; i++)
        {
            var (first, count) = Interpolant.Weights(position(i), sampling, taps);
            var (low, high) = (int.MaxValue, -1);
            for (var k = 0; k < count; k++)
            {
                at[k] = taps[k] == 0 ? -1 : Interpolant.Fold(first + k, sizes.From, padding);
                (low, high) = at[k] < 0 ? (low, high) : (Math.Min(low, at[k]), Math.Max(high, at[k]));
            }

            row.Clear();
            for (var k = 0; k < count; k++)
            {
                if (at[k] >= 0)
                    row[at[k] - low] += taps[k];
            }

            result.Set(i, high < 0 ? 0 : low, row[..(high < 0 ? 0 : high - low + 1)]);
        }

        return result;
    }

    private static AxisWeights Triangle((int From, int To) sizes, double scale, double offset)
    {
        var support = Math.Abs(scale);
        var result = new AxisWeights(sizes.From, sizes.To, ((2 * (int)Math.Ceiling(support)) + 1 + 7) / 8 * 8);
        Span<double> row = new double[result.Stride];
        for (var i = 0; i < sizes.To; i++)
        {
            var center = Math.Clamp((scale * i) + offset + 0.5, 0, sizes.From);
            var first = Math.Max((int)(center - support + 0.5), 0);
            var count = Math.Min((int)(center + support + 0.5), sizes.From) - first;
            var sum = 0.0;
            for (var k = 0; k < count; k++)
                sum += row[k] = Math.Max(1 - Math.Abs((first + k - center + 0.5) / support), 0);
            for (var k = 0; k < count; k++)
                row[k] /= sum;
            result.Set(i, first, row[..count]);
        }

        return result;
    }

    private void Set(int position, int start, ReadOnlySpan<double> weights)
    {
        Start[position] = start;
        Count[position] = weights.Length;
        var sum = 0.0;
        for (var k = 0; k < weights.Length; k++)
        {
            sum += weights[k];
            _weights[(position * Stride) + k] = (float)weights[k];
        }

        Sum[position] = (float)sum;
    }
}
