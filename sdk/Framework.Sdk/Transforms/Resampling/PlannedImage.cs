namespace Framework.Sdk;

/// <summary>An image that is known by where its values will come from: a view of another image, and at most one resampling of that view.</summary>
internal sealed record PlannedImage(GridView View, SpatialChange? Change, VoxelGrid Grid, SampleWorkspace Workspace)
{
    public Image Source => View.Image;

    /// <summary>An image as it stands.</summary>
    public static PlannedImage Of(Image image, SampleWorkspace workspace) => new(GridView.Of(image), null, VoxelGrid.Of(image), workspace);

    /// <summary>This plan followed by a change; null where the two cannot be one, so that this image must be made first.</summary>
    public PlannedImage? Then(SpatialChange next)
    {
        var isView = next.IsExact && next.StaysInside;
        if (Change is null)
        {
            return isView
                ? this with { View = View.Compose(next.Map, next.Output.Size), Grid = next.Output }
                : this with { Change = next, Grid = next.Output };
        }

        if (Agree(Change, next, isView) is not var (sampling, padding))
            return null;
        return this with { Change = Change.Then(next, sampling, padding), Grid = next.Output };
    }

    /// <summary>Makes the values.</summary>
    public float[] Sample(ReadOnlySpan<int> shape)
    {
        var result = Workspace.Allocate(shape);
        if (Change is null)
            BlockCopy.Apply(View, result, Workspace);
        else
            Resampler.Apply(View, Change, result, Workspace);
        return result.Buffer;
    }

    // Sampling and padding of both changes as one; null where they contradict each other.
    public static (Sampling Sampling, Padding Padding)? Agree(SpatialChange first, SpatialChange next, bool isView)
    {
        // A filter as wide as the new voxels is no sampling of places, and knows no outside: only a view may stand before it, nothing after.
        if (first.Sampling == Sampling.LinearAntialiased || (next.Sampling == Sampling.LinearAntialiased && !isView))
            return null;
        if (isView)
            return (first.Sampling, first.Padding);
        // What a block adds around a resampled image must not show what the resampling would find there.
        if (next.IsExact || (!first.IsExact && first.Sampling != next.Sampling))
            return null;
        var inside = first.StaysInside;
        if (first.Padding != next.Padding && !inside && !next.StaysInside)
            return null;
        return (next.Sampling, inside ? next.Padding : first.Padding);
    }
}
