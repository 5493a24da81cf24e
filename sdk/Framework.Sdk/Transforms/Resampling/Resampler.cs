namespace Framework.Sdk;

/// <summary>Makes the voxels of a change of grid by the cheapest way that gives them.</summary>
internal static class Resampler
{
    public static void Apply(GridView view, SpatialChange change, Image result, SampleWorkspace workspace)
    {
        if (result.Length == 0)
            return;
        if (change.Displacements.Count > 0)
            DisplacedSampling.Apply(view, change, result, workspace);
        else if (change.IsExact)
            IndexedCopy.Shift(view, change, result, workspace);
        else
            Sample(ViewSampling.Of(view, change), result, workspace);
    }

    private static void Sample(ViewSampling of, Image result, SampleWorkspace workspace)
    {
        if (!of.IsDiagonal)
            AffineSampling.Apply(of, result, workspace);
        else if (of.Sampling == Sampling.Nearest)
            IndexedCopy.Scale(of, result, workspace);
        else if (of.View.Step.X == 1)
            SeparableSampling.Apply(of, result, workspace);
        else
            SeparableSampling.Apply(of with { View = Copy(of.View, workspace) }, result, workspace);
    }

    // Rows must lie as rows in memory; copying a view along other axes costs less than gathering from it.
    private static GridView Copy(GridView view, SampleWorkspace workspace)
    {
        var copy = workspace.Allocate([view.Image.Channels, view.Size.Z, view.Size.Y, view.Size.X]);
        BlockCopy.Apply(view, copy, workspace);
        return GridView.Of(copy);
    }
}
