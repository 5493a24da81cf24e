using System.Numerics;

namespace Framework.Components.Transforms.Intensity;

/// <summary>A curve through points evenly spread over the image's range.</summary>
/// <param name="Points">Where the curve is at each, as shares of the range.</param>
internal sealed partial record HistogramShift(double[] Points) : IIntensityChange
{
    public Image Apply(Image image, SampleWorkspace workspace)
    {
        var range = ValueRange.Of(image, workspace);
        if (range.Low == range.High)
            return image;
        var (width, bends) = ((double)range.High - range.Low, Bends());
        var line = new Rescaling(range.Low, (float)(1 / width), 0);
        return Voxels.Map(image, workspace, (from, to, _) => Bend(from, to, line, bends, ((float)Points[0], (float)width, range.Low)));
    }

    // By how much the slope changes at each point but the last: the curve is a sum of ramps, which needs no search and no branches.
    private float[] Bends()
    {
        var (bends, before, pieces) = (new float[Points.Length - 1], 0.0, Points.Length - 1);
        for (var i = 0; i < pieces; i++)
        {
            var slope = (Points[i + 1] - Points[i]) * pieces;
            bends[i] = (float)(slope - before);
            before = slope;
        }

        return bends;
    }

    private static void Bend(ReadOnlySpan<float> from, Span<float> to, Rescaling line, float[] bends, (float First, float Width, float Low) curve)
    {
        line.Apply(from, to);
        var i = 0;
        for (; i <= to.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var share = new Vector<float>(to[i..]);
            var sum = new Vector<float>(curve.First);
            for (var ramp = 0; ramp < bends.Length; ramp++)
                sum += Vector.Max(share - new Vector<float>((float)ramp / bends.Length), Vector<float>.Zero) * bends[ramp];
            ((sum * curve.Width) + new Vector<float>(curve.Low)).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            var sum = curve.First;
            for (var ramp = 0; ramp < bends.Length; ramp++)
                sum += Math.Max(to[i] - ((float)ramp / bends.Length), 0) * bends[ramp];
            to[i] = (sum * curve.Width) + curve.Low;
        }
    }
}
