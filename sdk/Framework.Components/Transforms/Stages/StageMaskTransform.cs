using Framework.Components.Evaluation.Findings;

namespace Framework.Components.Transforms.Stages;

/// <summary>Adds the label map that an earlier stage predicted for the case, on the grid that the image has at this place of the chain.</summary>
/// <remarks>
/// Adds (1, y, x) or (1, z, y, x): the class of the nearest voxel of the earlier stage's map, and 0, the background, where that has none. Where the earlier stage
/// has the slices of the case, they are put together along their normal, evenly spaced, each as thick as its own spacing if there is one alone. From here on the map moves with the image.
/// </remarks>
/// <param name="options">Which stage, and what the map is called.</param>
public sealed class StageMaskTransform(StageMaskOptions options) : ITransform
{
    private readonly string _name = options.Name.Length > 0 ? options.Name : $"mask-{options.From}";

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        if (sample.Images.Any(pair => pair.Name == _name))
            throw new DataFormatException($"stage-mask is to add '{_name}', and the sample has an image of that name. Give the map another 'name', so that the two are not taken for each other.");
        var (map, own) = Whole(EarlierFindings.Said(sample, options.From, "stage-mask"), context.Workspace);
        var target = VoxelGrid.Of(sample.Image);
        var change = SpatialChange.Between(own, target) with { Sampling = Sampling.Nearest };
        return sample.With(map.Move(target.Dimensions == 2 ? change.AsSlice() : change, context.Workspace), _name);
    }

    // The map as a volume, of one slice at least, and its grid as it was before a file rounded it.
    private (Image Map, VoxelGrid Grid) Whole(IReadOnlyList<StageOutput> said, SampleWorkspace workspace)
    {
        if (said.Any(output => output is not { Findings: not null, ReadMask: not null }))
            throw new DataFormatException($"stage-mask needs a label map of the stage '{options.From}', and that stage predicts none. Read a stage whose trainer has 'masks'.");
        if (said.Count == 1 && said[0].Findings!.Grid.Dimensions == 3)
            return (said[0].ReadMask!(workspace), said[0].Findings!.Grid);
        var ordered = SliceOrder.Sort([.. said.Select(output => output.Findings!)]);
        var grid = SliceOrder.GridOf(ordered);
        var (whole, plane) = (workspace.Allocate(grid.Shape(1), geometry: grid.Geometry), grid.Width * grid.Height);
        foreach (var output in said)
            output.ReadMask!(workspace).Pixels.CopyTo(whole.Pixels[(IndexOf(ordered, output.Findings!) * plane)..]);
        return (whole, grid);
    }

    private static int IndexOf(IReadOnlyList<CaseFindings> ordered, CaseFindings findings)
    {
        var at = 0;
        while (!ReferenceEquals(ordered[at], findings))
            at++;
        return at;
    }
}
