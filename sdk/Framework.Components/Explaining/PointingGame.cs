using Framework.Components.Controls;

namespace Framework.Components.Explaining;

/// <summary>Whether a map's peak lies in places that are known to matter, and how often a peak put anywhere in the patient would (the pointing game of Zhang et al. 2018).</summary>
/// <remarks>
/// The peak is every voxel with the map's greatest value: of occlusion a whole patch. It is a hit where any of them is marked. Large patches hit large marks by
/// chance, so a share of hits says nothing without the chance beside it.
/// </remarks>
/// <param name="IsHit">Whether the peak meets a marked voxel.</param>
/// <param name="Chance">The share of the anatomy's voxels around which a box of the peak's size meets a marked one, 0 to 1.</param>
public sealed record PointingGame(bool IsHit, double Chance)
{
    /// <summary>Judges a map.</summary>
    /// <param name="map">One value for each voxel of the image.</param>
    /// <param name="marked">One value for each voxel; above 0 where it matters.</param>
    /// <param name="image">What the network saw: its anatomy is where a peak could have been.</param>
    /// <returns>Null where the map is the same everywhere, or nothing is marked: there is no peak, or nothing to hit.</returns>
    /// <exception cref="ArgumentException">The three have different numbers of voxels.</exception>
    public static PointingGame? Of(ReadOnlySpan<float> map, ReadOnlySpan<float> marked, Image image)
    {
        var voxels = image.Length / image.Channels;
        if (map.Length != voxels || marked.Length != voxels)
            throw new ArgumentException($"A map of {map.Length} and a mask of {marked.Length} values do not fit an image of {voxels} voxels.", nameof(map));
        var (low, high) = (float.MaxValue, float.MinValue);
        foreach (var value in map)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low == high || !marked.ContainsAnyExceptInRange(float.NegativeInfinity, 0))
            return null;
        var marks = new MarkedVoxels(marked, (image.Depth, image.Height, image.Width));
        var (isHit, first, last) = (false, (Z: int.MaxValue, Y: int.MaxValue, X: int.MaxValue), (Z: 0, Y: 0, X: 0));
        for (var i = 0; i < map.Length; i++)
        {
            if (map[i] < high)
                continue;
            var (z, y, x) = marks.PlaceOf(i);
            (first, last) = ((Math.Min(first.Z, z), Math.Min(first.Y, y), Math.Min(first.X, x)), (Math.Max(last.Z, z), Math.Max(last.Y, y), Math.Max(last.X, x)));
            isHit |= marked[i] > 0;
        }

        return new PointingGame(isHit, ChanceOf(marks, image, (last.Z - first.Z + 1, last.Y - first.Y + 1, last.X - first.X + 1)));
    }

    private static double ChanceOf(MarkedVoxels marks, Image image, (int Z, int Y, int X) size)
    {
        var anatomy = Anatomy.Of(image, threshold: null);
        var (hits, places) = (0, 0);
        for (var i = 0; i < anatomy.Length; i++)
        {
            if (!anatomy[i])
                continue;
            var (z, y, x) = marks.PlaceOf(i);
            places++;
            hits += marks.MeetsBox((z - (size.Z / 2), y - (size.Y / 2), x - (size.X / 2)), size) ? 1 : 0;
        }

        return places == 0 ? double.NaN : (double)hits / places;
    }
}
