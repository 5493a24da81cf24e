using System.Numerics;

namespace Framework.Components.Transforms.Intensity;

/// <summary>The least and the greatest value of an image.</summary>
internal readonly record struct ValueRange(float Low, float High)
{
    /// <summary>The range of all channels together.</summary>
    /// <exception cref="DataFormatException">A value is not a finite number.</exception>
    public static ValueRange Of(Image image, SampleWorkspace workspace)
    {
        _ = image.Pixels;
        var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var block in Voxels.OfEach(image.Length, workspace, (first, length) => Of(image.Pixels.Slice(first, length))))
            (low, high) = (Math.Min(low, block.Low), Math.Max(high, block.High));
        return float.IsFinite(low) && float.IsFinite(high)
            ? new ValueRange(low, high)
            : throw new DataFormatException("the image has values that are not finite numbers. Repair the file, or leave the case out.");
    }

    // Math.Min and Vector.Min hand a NaN on.
    private static ValueRange Of(ReadOnlySpan<float> values)
    {
        var (lows, highs) = (new Vector<float>(float.PositiveInfinity), new Vector<float>(float.NegativeInfinity));
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var next = new Vector<float>(values[i..]);
            (lows, highs) = (Vector.Min(lows, next), Vector.Max(highs, next));
        }

        var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
        for (var lane = 0; lane < Vector<float>.Count; lane++)
            (low, high) = (Math.Min(low, lows[lane]), Math.Max(high, highs[lane]));
        for (; i < values.Length; i++)
            (low, high) = (Math.Min(low, values[i]), Math.Max(high, values[i]));
        return new ValueRange(low, high);
    }
}
