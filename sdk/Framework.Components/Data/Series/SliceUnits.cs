using System.Buffers.Binary;
using FellowOakDicom;
using Framework.Components.Data.Volumes;

namespace Framework.Components.Data.Series;

/// <summary>From one frame to values in the modality's units.</summary>
internal static class SliceUnits
{
    public static void Read(DicomDataset dataset, SeriesSlice slice, SliceLayout layout, Span<float> pixels, float? padding)
    {
        DicomSlice.Decode(DicomSlice.Frame(dataset, slice.Frame, layout, slice.Name), layout, pixels);
        var padded = padding is null ? null : PaddedRange(dataset, layout);
        if (padded is { } range)
            Mark(pixels, range);
        var (slope, intercept) = Rescale(dataset, slice);
        if (slope != 1 || intercept != 0)
            VoxelDecoder.Scale(pixels, slope, intercept);
        if (padded is not null)
            Fill(pixels, padding!.Value);
    }

    private static (double Slope, double Intercept) Rescale(DicomDataset dataset, SeriesSlice slice)
    {
        var source = slice.Frames > 1 ? EnhancedFrames.Macro(dataset, slice.Frame, DicomTag.PixelValueTransformationSequence) : dataset;
        var slope = source?.GetSingleValueOrDefault(DicomTag.RescaleSlope, 1.0) ?? 1;
        var intercept = source?.GetSingleValueOrDefault(DicomTag.RescaleIntercept, 0.0) ?? 0;
        return double.IsFinite(slope) && double.IsFinite(intercept) && slope != 0
            ? (slope, intercept)
            : throw new DataFormatException(FormattableString.Invariant($"{slice.Name}: its rescale slope is {slope} and its intercept {intercept}; a slope is a number other than 0. {DicomSlice.Remedy}"));
    }

    /// <summary>The stored values that stand for nothing, from Pixel Padding Value to Pixel Padding Range Limit, as pixels are decoded.</summary>
    private static (float Low, float High)? PaddedRange(DicomDataset dataset, SliceLayout layout)
    {
        if (!dataset.TryGetSingleValue(DicomTag.PixelPaddingValue, out int value))
            return null;
        var limit = dataset.GetSingleValueOrDefault(DicomTag.PixelPaddingRangeLimit, value);
        var (a, b) = (Decode(value, layout), Decode(limit, layout));
        return (Math.Min(a, b), Math.Max(a, b));
    }

    private static float Decode(int stored, SliceLayout layout)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteInt16LittleEndian(bytes, unchecked((short)stored));
        Span<float> value = stackalloc float[1];
        StoredValues.Decode(bytes[..(layout.BitsAllocated / 8)], value, layout);
        return value[0];
    }

    // Not a number stays what it is under any slope.
    private static void Mark(Span<float> pixels, (float Low, float High) padded)
    {
        foreach (ref var pixel in pixels)
        {
            if (pixel >= padded.Low && pixel <= padded.High)
                pixel = float.NaN;
        }
    }

    private static void Fill(Span<float> pixels, float padding)
    {
        foreach (ref var pixel in pixels)
        {
            if (float.IsNaN(pixel))
                pixel = padding;
        }
    }
}
