namespace Framework.Components.Transforms;

/// <summary>For one axis: which input positions make an output position, with what weights.</summary>
/// <remarks>Each output position has a row of <see cref="Stride"/> weights, a multiple of 8, beginning at input position <see cref="Start"/>; the rest of a row is 0.</remarks>
internal sealed class AxisWeights
{
    private readonly float[] _weights;

    private AxisWeights(int from, int to, int stride)
    {
        (From, To, Stride) = (from, to, stride);
        Start = new int[to];
        Count = new int[to];
        _weights = new float[to * stride];
    }

    public int From { get; }

    public int To { get; }

    public int Stride { get; }

    public int[] Start { get; }

    public int[] Count { get; }

    public ReadOnlySpan<float> Row(int position) => _weights.AsSpan(position * Stride, Stride);

    public static AxisWeights Create(int from, int to, Interpolation interpolation)
    {
        var scale = (double)from / to;
        return interpolation switch
        {
            Interpolation.Nearest => Nearest(from, to, scale),
            Interpolation.Bilinear => Bilinear(from, to, scale),
            _ => Triangle(from, to, scale),
        };
    }

    private static AxisWeights Nearest(int from, int to, double scale)
    {
        var result = new AxisWeights(from, to, 8);
        for (var i = 0; i < to; i++)
            result.Set(i, Math.Min((int)((i + 0.5) * scale), from - 1), [1]);
        return result;
    }

    private static AxisWeights Bilinear(int from, int to, double scale)
    {
        var result = new AxisWeights(from, to, 8);
        for (var i = 0; i < to; i++)
        {
            var position = Math.Max(((i + 0.5) * scale) - 0.5, 0);
            var low = Math.Min((int)position, from - 1);
            if (low == from - 1)
                result.Set(i, low, [1]);
            else
                result.Set(i, low, [1 - (position - low), position - low]);
        }

        return result;
    }

    private static AxisWeights Triangle(int from, int to, double scale)
    {
        var support = Math.Max(scale, 1);
        var result = new AxisWeights(from, to, ((2 * (int)Math.Ceiling(support)) + 1 + 7) / 8 * 8);
        Span<double> row = new double[result.Stride];
        for (var i = 0; i < to; i++)
        {
            var center = (i + 0.5) * scale;
            var first = Math.Max((int)(center - support + 0.5), 0);
            var count = Math.Min((int)(center + support + 0.5), from) - first;
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
        for (var k = 0; k < weights.Length; k++)
            _weights[(position * Stride) + k] = (float)weights[k];
    }
}
