namespace Framework.Components.Transforms.Spatial;

/// <summary>A slice of a volume with slices on either side as channels.</summary>
internal static class NeighbourSlices
{
    public static Image Take(Image image, int at, int neighbours, SampleWorkspace workspace)
    {
        if (neighbours == 0)
            return image.Move(SpatialChange.Block(VoxelGrid.Of(image), (0, 0, at), (image.Width, image.Height, 1)).AsSlice(), workspace);
        var plane = image.Width * image.Height;
        var result = workspace.Allocate([((2 * neighbours) + 1) * image.Channels, image.Height, image.Width], image, image.Geometry.Resample((1, 1, 1), (0, 0, at)));
        for (var i = 0; i < result.Channels; i++)
            Slice(image, i % image.Channels, at - neighbours + (i / image.Channels)).CopyTo(result.Pixels[(i * plane)..]);
        return result;
    }

    /// <summary>The values of one slice; beyond the volume those of its last one.</summary>
    public static ReadOnlySpan<float> Slice(Image image, int channel, int slice)
    {
        var plane = image.Width * image.Height;
        return image.Channel(channel).Slice(Math.Clamp(slice, 0, image.Depth - 1) * plane, plane);
    }
}
