namespace Framework.Components.Data.Cache;

/// <summary>An image as a file of the cache describes it.</summary>
/// <param name="Name">In its sample.</param>
/// <param name="Shape">(channel, y, x) or (channel, z, y, x).</param>
/// <param name="Geometry">Where its voxels lie.</param>
/// <param name="Encoding">How its values become units.</param>
/// <param name="Type">How its values are kept.</param>
/// <param name="Instances">How many volumes of a bag lie behind each other in it; null where it is no bag.</param>
/// <param name="Places">Where each image of a bag or stack lies; null where that is not known.</param>
internal sealed record KeptImage(string Name, int[] Shape, Geometry Geometry, PixelEncoding Encoding, PixelType Type, int? Instances, IReadOnlyList<Geometry>? Places)
{
    public int Length { get; } = Shape.Aggregate(1, (length, size) => checked(length * size));

    public long Bytes => (long)Length * PixelValues.SizeOf(Type);
}
