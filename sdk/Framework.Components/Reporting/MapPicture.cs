using Framework.Sdk;

namespace Framework.Components.Reporting;

/// <summary>
/// A map over the image that it explains, as a PNG file: above the image, below the same with the map on it, red where it speaks for the label and blue
/// where against. Of a volume the three planes through the voxel that says most, side by side, with square pixels.
/// </summary>
public static class MapPicture
{
    private const int Gap = 4;
    private const float Strength = 0.75f;

    /// <summary>Draws it.</summary>
    /// <param name="image">What the network saw; its first channel is shown between its own extremes.</param>
    /// <param name="map">One value for each voxel, (y, x) or (z, y, x), row-major.</param>
    /// <exception cref="ArgumentException">The map has another size.</exception>
    public static byte[] Draw(Image image, ReadOnlySpan<float> map)
    {
        if (map.Length != image.Length / image.Channels)
            throw new ArgumentException($"A map of {map.Length} values does not fit an image of {image.Length / image.Channels} voxels.", nameof(map));
        var gray = image.Channel(0);
        var (low, high) = Extremes(gray);
        var (mapLow, mapHigh) = Extremes(map);
        var greatest = Math.Max(Math.Abs(mapLow), Math.Abs(mapHigh));
        var planes = MapPlane.Through(image, StrongestOf(map));
        var picture = new RgbCanvas(planes.Sum(plane => plane.Width + Gap) - Gap, (2 * planes.Max(plane => plane.Height)) + Gap);
        var left = 0;
        foreach (var plane in planes)
        {
            for (var y = 0; y < plane.Height; y++)
            {
                for (var x = 0; x < plane.Width; x++)
                {
                    var at = plane.Voxel(x, y);
                    var level = high > low ? Math.Clamp((gray[at] - low) / (high - low), 0, 1) : 0;
                    picture.Set(left + x, y, level, 0);
                    picture.Set(left + x, (picture.Height / 2) + (Gap / 2) + y, level, greatest > 0 ? Strength * map[at] / greatest : 0);
                }
            }

            left += plane.Width + Gap;
        }

        return picture.ToPng();
    }

    private static int StrongestOf(ReadOnlySpan<float> map)
    {
        var strongest = 0;
        for (var i = 0; i < map.Length; i++)
        {
            if (Math.Abs(map[i]) > Math.Abs(map[strongest]))
                strongest = i;
        }

        return strongest;
    }

    private static (float Low, float High) Extremes(ReadOnlySpan<float> values)
    {
        var (low, high) = (float.MaxValue, float.MinValue);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return (low, high);
    }
}
