namespace Framework.Sdk;

/// <summary>The way back from the grid of a model's input to the grid of the scan.</summary>
public static class SpatialTransforms
{
    /// <summary>Brings an image back to a scan's own grid: the inverse of every spatial transform between them.</summary>
    /// <remarks>
    /// Both geometries are true, so that the transforms between them need not be known. The way back is exact where only whole voxels moved
    /// (flip, crop, pad, orient); elsewhere it interpolates. Outside the image's field of view the result is 0.
    /// </remarks>
    /// <param name="image">A prediction or a map, with the geometry of the input it was made from.</param>
    /// <param name="grid">The scan's grid.</param>
    /// <param name="workspace">Where the result is allocated.</param>
    /// <param name="sampling">Linear for maps and probabilities, nearest for classes. Default: linear.</param>
    /// <param name="undone">What an elastic transform did to the input, so that it is undone; null where there was none.</param>
    /// <exception cref="DataFormatException">The image's axes lie in one plane.</exception>
    public static Image ReturnToGrid(Image image, VoxelGrid grid, SampleWorkspace workspace, Sampling sampling = Sampling.Linear, Displacement? undone = null) =>
        image.Move(
            SpatialChange.Between(VoxelGrid.Of(image), grid) with { Sampling = sampling, Displacements = undone is null ? [] : [undone.Inverse()] },
            workspace);
}
