using Framework.Components.Transforms.Stages;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Cuts a block of one size out around each box: a bag with an instance for each, for models over many images of a case.</summary>
/// <remarks>
/// Input: (channel, y, x) or (channel, z, y, x). Output: (channel, instance, y, x), or of volumes (channel, instance x z, y, x) with as many
/// <see cref="Image.Instances"/>. Blocks are cut by whole voxels; beyond the image they are 0. The geometry is that of the first instance; boxes and
/// landmarks are taken off, since no single grid shows them. No change of grid can follow.
/// </remarks>
public sealed class CropBoxesTransform : ITransform
{
    private readonly CropBoxesOptions _options;

    /// <summary>Checks the size.</summary>
    /// <param name="options">Size, and which boxes.</param>
    /// <exception cref="ExperimentException">A size is below 1, or findings are to be joined and no stage is named.</exception>
    public CropBoxesTransform(CropBoxesOptions options)
    {
        _options = options;
        VoxelCounts.Check("crop-boxes", "size", options.Size, 1);
        if (options is { Join: not null, From.Length: 0 })
            throw new ExperimentException("'crop-boxes' joins what an earlier stage found, by 'join', and 'from' names none. Name the stage, or leave 'join' out.");
    }

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        if (sample.Image.Dimensions != _options.Size.Count)
            throw new DataFormatException($"crop-boxes needs 'size' to be {(sample.Image.Dimensions == 2 ? "(y, x), for the image is a single slice" : "(z, y, x), for the image is a volume")}; it is [{string.Join(", ", _options.Size)}].");
        var instances = Boxes(sample).Select(box => sample.Move(new SpatialPlan(grid => Around(box, grid)), context.Workspace)).ToList();
        if (_options.Whole)
            instances.InsertRange(0, Enumerable.Range(0, _options.Slabs).Select(slab => sample.Move(new SpatialPlan(grid => Shrink(grid, slab)), context.Workspace)));
        if (instances.Count == 0)
            throw new DataFormatException("crop-boxes finds no box in the sample. Take the whole image as an instance too, by 'whole: true', or leave such cases out.");
        return Sample.Join(sample.Case, instances, context.Workspace).With((IReadOnlyList<Box>)[]).With((IReadOnlyList<Landmark>)[]).With(sample.Earlier);
    }

    private (int X, int Y, int Z) Size => (_options.Size[^1], _options.Size[^2], _options.Size.Count == 3 ? _options.Size[0] : 1);

    private IEnumerable<Box> Boxes(Sample sample)
    {
        var all = _options.From.Length == 0 ? sample.Boxes : Found(sample);
        return all.Where(box => _options.Label.Length == 0 || box.Label == _options.Label).Take(_options.Most ?? int.MaxValue);
    }

    private IEnumerable<Box> Found(Sample sample)
    {
        if (_options.Join is not { } join)
            return EarlierFindings.Said(sample, _options.From, "crop-boxes").SelectMany(output => output.Boxes).OrderByDescending(found => found.Score).Select(found => found.Box);
        var joined = EarlierFindings.Of(sample, _options.From, "crop-boxes", join);
        return joined.Found.Select(found => found.InPatient(joined.Grid));
    }

    // Of an even number of voxels the middle lies between two, of an odd one in a voxel's centre.
    private SpatialChange Around(Box box, VoxelGrid grid)
    {
        var middle = grid.Geometry.ToVoxel(box.Extent.ToPatient(new VoxelPoint(0.5, 0.5, 0.5)));
        return SpatialChange.Block(grid, (First(middle.X, Size.X), First(middle.Y, Size.Y), grid.Dimensions == 2 ? 0 : First(middle.Z, Size.Z)), Size) with { Padding = Padding.Zeros };
    }

    private static int First(double middle, int size) => (int)Math.Round(middle - ((size - 1) / 2.0), MidpointRounding.AwayFromZero);

    private SpatialChange Shrink(VoxelGrid grid, int slab)
    {
        var thickness = (double)grid.Depth / _options.Slabs;
        var (x, y, z) = ((double)grid.Width / Size.X, (double)grid.Height / Size.Y, thickness / Size.Z);
        return SpatialChange.Scale(grid, Size, (x, y, z), ((x - 1) / 2, (y - 1) / 2, (slab * thickness) + ((z - 1) / 2))) with { Sampling = Sampling.LinearAntialiased, Padding = Padding.Border };
    }
}
