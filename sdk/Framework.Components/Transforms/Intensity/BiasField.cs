using System.Runtime.Intrinsics;

namespace Framework.Components.Transforms.Intensity;

/// <summary>exp of a Legendre series in x, y and z. A row of it is a series in x alone, so that no mesh is ever made.</summary>
/// <param name="Degree">The greatest total degree.</param>
/// <param name="Coefficients">In the order of <see cref="Terms"/>.</param>
internal sealed partial record BiasField(int Degree, double[] Coefficients) : IIntensityChange
{
    /// <summary>Degrees in x, y and z of each term, the last one changing first; z stays 0 in 2-D.</summary>
    public static IEnumerable<(int X, int Y, int Z)> Terms(int degree, int dimensions) =>
        from x in Enumerable.Range(0, degree + 1)
        from y in Enumerable.Range(0, degree + 1 - x)
        from z in Enumerable.Range(0, dimensions == 3 ? degree + 1 - x - y : 1)
        select (x, y, z);

    public Image Apply(Image image, SampleWorkspace workspace)
    {
        var (width, height, depth) = (image.Width, image.Height, image.Depth);
        var (terms, alongY, alongZ) = (Terms(Degree, image.Dimensions).ToArray(), Legendre.Over(height, Degree), Legendre.Over(depth, Degree));
        var alongX = Array.ConvertAll(Legendre.Over(width, Degree), values => Array.ConvertAll(values, value => (float)value));
        var result = Voxels.Allocate(image, workspace);
        _ = image.Pixels;
        workspace.Divide(image.Channels * depth * height, image.Length, (from, to) =>
        {
            var series = new double[Degree + 1];
            for (var row = from; row < to; row++)
            {
                Array.Clear(series);
                for (var term = 0; term < terms.Length; term++)
                    series[terms[term].X] += Coefficients[term] * alongY[terms[term].Y][row % height] * alongZ[terms[term].Z][row / height % depth];
                Multiply(image.Pixels.Slice(row * width, width), result.Pixels.Slice(row * width, width), series, alongX);
            }
        });
        return result;
    }

    private static void Multiply(ReadOnlySpan<float> from, Span<float> to, double[] series, float[][] alongX)
    {
        var at = 0;
        for (; at <= to.Length - Vector256<float>.Count; at += Vector256<float>.Count)
        {
            var sum = Vector256.Create((float)series[0]);
            for (var n = 1; n < series.Length; n++)
                sum = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref alongX[n][at]), Vector256.Create((float)series[n]), sum);
            (Vector256.Exp(sum) * Vector256.Create(from[at..])).CopyTo(to[at..]);
        }

        for (; at < to.Length; at++)
        {
            var sum = series[0];
            for (var n = 1; n < series.Length; n++)
                sum += series[n] * alongX[n][at];
            to[at] = (float)Math.Exp(sum) * from[at];
        }
    }
}
