namespace Framework.Components.Transforms.Spatial;

/// <summary>Cuts every image to the smallest block that holds the foreground of one of them.</summary>
/// <remarks>(channel, y, x) or (channel, z, y, x). A voxel is foreground where any channel is above the threshold.</remarks>
/// <param name="options">What is foreground, and how much around it.</param>
public sealed class CropForegroundTransform(CropForegroundOptions options) : ISpatialTransform
{
    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context)
    {
        var image = sample[options.Of];
        var found = Bounds(image) ?? throw new DataFormatException(
            $"crop-foreground finds no voxel of '{options.Of}' above {options.Threshold}. Lower 'threshold', or leave such cases out.");
        return BoxBlock.Plan(Box.From("foreground", found, image.Geometry), options.Margin, "the foreground");
    }

    private VoxelBox? Bounds(Image image)
    {
        var (low, high) = ((X: int.MaxValue, Y: int.MaxValue, Z: int.MaxValue), (X: -1, Y: -1, Z: -1));
        var pixels = image.Pixels;
        for (var row = 0; row < image.Length / Math.Max(image.Width, 1); row++)
        {
            var line = pixels.Slice(row * image.Width, image.Width);
            var first = IndexAbove(line);
            if (first < 0)
                continue;
            var (y, z) = (row % image.Height, row / image.Height % image.Depth);
            low = (Math.Min(low.X, first), Math.Min(low.Y, y), Math.Min(low.Z, z));
            high = (Math.Max(high.X, LastIndexAbove(line)), Math.Max(high.Y, y), Math.Max(high.Z, z));
        }

        return high.X < 0 ? null : new VoxelBox(new VoxelPoint(low.X, low.Y, low.Z), new VoxelPoint(high.X + 1, high.Y + 1, high.Z + 1));
    }

    private int IndexAbove(ReadOnlySpan<float> line)
    {
        for (var x = 0; x < line.Length; x++)
        {
            if (line[x] > options.Threshold)
                return x;
        }

        return -1;
    }

    private int LastIndexAbove(ReadOnlySpan<float> line)
    {
        var x = line.Length - 1;
        while (!(line[x] > options.Threshold))
            x--;
        return x;
    }
}
