using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Which voxel along an axis stands for one beyond the edge.</summary>
internal static class EdgeVoxel
{
    /// <summary>A place on the axis; -1 for zero.</summary>
    public static int At(int place, int size, Edge edge)
    {
        if ((uint)place < (uint)size)
            return place;
        if (edge == Edge.Zeros)
            return -1;
        if (edge == Edge.Border || size == 1)
            return Math.Clamp(place, 0, size - 1);
        var period = 2 * (size - 1);
        var turned = ((place % period) + period) % period;
        return Math.Min(turned, period - turned);
    }
}
