namespace Framework.Components.Phantoms.Heads;

/// <summary>The brightness of a voxel in which tissues lie over each other: where one ends within the voxel, both count (partial volume).</summary>
/// <param name="blur">Size of the voxel, millimetres.</param>
public struct TissueMix(double blur)
{
    /// <summary>What has been put together so far.</summary>
    public double Value { get; private set; }

    /// <summary>Puts a tissue over what is there.</summary>
    /// <param name="brightness">Of the tissue.</param>
    /// <param name="depth">Millimetres below its surface; negative outside.</param>
    public void Add(double brightness, double depth)
    {
        var cover = Math.Clamp((depth / blur) + 0.5, 0, 1);
        Value += (brightness - Value) * cover;
    }
}
