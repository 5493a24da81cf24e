namespace Framework.Components.Transforms.Spatial;

/// <summary>Tells each voxel where in the body it lies, by further channels (Liu et al. 2018, CoordConv): what a crop shows keeps its place.</summary>
/// <remarks>
/// Input: image (channel, y, x) or (channel, z, y, x). Output: the same with 3 (2-D) or 4 channels more: x, y and, in volumes, z, each -1 to 1 from one side of the body's
/// bounding box to the other along the grid's axes, and the radius: 0 in the middle of that box, 1 on the ellipsoid that touches its sides. The body is where the first channel is
/// above the threshold. Orient the grid before.
/// </remarks>
/// <param name="options">What belongs to the body.</param>
public sealed class CoordinatesTransform(CoordinatesOptions options) : ITransform
{
    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = sample.Image;
        if (image.Instances is not null)
            throw new DataFormatException("coordinates are those of one image, and this is a bag of volumes. Put coordinates before the transform that makes the bag.");
        int[] shape = [image.Channels + image.Dimensions + 1, .. image.Shape[1..]];
        var result = context.Workspace.Allocate(shape, image);
        image.Pixels.CopyTo(result.Pixels);
        if (image.Length == 0)
            return sample.With(result);
        var (x, y, z) = Bounds(image) ?? throw new DataFormatException($"coordinates finds no pixel above {options.Threshold}. Lower 'threshold', or leave such cases out.");
        Fill(result, image.Channels, x, y, z);
        return sample.With(result);
    }

    private static void Fill(Image result, int first, (int Low, int High) bx, (int Low, int High) by, (int Low, int High) bz)
    {
        var isVolume = result.Dimensions == 3;
        for (int z = 0, i = 0; z < result.Depth; z++)
        {
            for (var y = 0; y < result.Height; y++)
            {
                for (var x = 0; x < result.Width; x++, i++)
                {
                    var (px, py, pz) = (Place(x, bx), Place(y, by), isVolume ? Place(z, bz) : 0);
                    result.Channel(first)[i] = (float)px;
                    result.Channel(first + 1)[i] = (float)py;
                    if (isVolume)
                        result.Channel(first + 2)[i] = (float)pz;
                    result.Channel(result.Channels - 1)[i] = (float)Math.Sqrt((px * px) + (py * py) + (pz * pz));
                }
            }
        }
    }

    private static double Place(int at, (int Low, int High) bounds) => bounds.High == bounds.Low ? 0 : (2.0 * (at - bounds.Low) / (bounds.High - bounds.Low)) - 1;

    private ((int Low, int High) X, (int Low, int High) Y, (int Low, int High) Z)? Bounds(Image image)
    {
        var values = image.Channel(0);
        var (low, high) = ((X: int.MaxValue, Y: int.MaxValue, Z: int.MaxValue), (X: -1, Y: -1, Z: -1));
        for (int z = 0, i = 0; z < image.Depth; z++)
        {
            for (var y = 0; y < image.Height; y++)
            {
                for (var x = 0; x < image.Width; x++, i++)
                {
                    if (!(values[i] > options.Threshold))
                        continue;
                    low = (Math.Min(low.X, x), Math.Min(low.Y, y), Math.Min(low.Z, z));
                    high = (Math.Max(high.X, x), Math.Max(high.Y, y), Math.Max(high.Z, z));
                }
            }
        }

        return high.X < 0 ? null : ((low.X, high.X), (low.Y, high.Y), (low.Z, high.Z));
    }
}
