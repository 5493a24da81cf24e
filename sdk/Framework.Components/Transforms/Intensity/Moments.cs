using System.Numerics;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Mean and standard deviation (of the whole, not of a sample), in float64 and the same on any number of threads.</summary>
internal readonly record struct Moments(double Mean, double Deviation)
{
    public static Moments Of(ValueRun run, SampleWorkspace workspace)
    {
        var mean = Voxels.OfEach(run.Length, workspace, (first, count) => Sum(run.Values.Slice(first, count))).Sum() / run.Length;
        var squares = Voxels.OfEach(run.Length, workspace, (first, count) => Squares(run.Values.Slice(first, count), mean)).Sum();
        return new Moments(mean, Math.Sqrt(squares / run.Length));
    }

    private static double Sum(ReadOnlySpan<float> values)
    {
        var sums = Vector<double>.Zero;
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(values[i..]), out var low, out var high);
            sums += low + high;
        }

        var sum = Vector.Sum(sums);
        for (; i < values.Length; i++)
            sum += values[i];
        return sum;
    }

    private static double Squares(ReadOnlySpan<float> values, double mean)
    {
        var (sums, means) = (Vector<double>.Zero, new Vector<double>(mean));
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(values[i..]), out var low, out var high);
            (low, high) = (low - means, high - means);
            sums += (low * low) + (high * high);
        }

        var sum = Vector.Sum(sums);
        for (; i < values.Length; i++)
            sum += (values[i] - mean) * (values[i] - mean);
        return sum;
    }
}
