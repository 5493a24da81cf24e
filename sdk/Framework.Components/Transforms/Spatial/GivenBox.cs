using Framework.Components.Transforms.Intensity;

namespace Framework.Components.Transforms.Spatial;

/// <summary>A box that an experiment states by two corners.</summary>
internal static class GivenBox
{
    /// <exception cref="ExperimentException">The corners are no box, or another box is asked for besides.</exception>
    public static void Check(CropBoxOptions options)
    {
        if (options.Low is null && options.High is null)
            return;
        if (options.Label.Length > 0)
            throw new ExperimentException("'crop-box' is told to take a box by 'label' and by 'low' and 'high'. Leave one of the two out.");
        if (options.Low is not { } low || options.High is not { } high || low.Count != high.Count || low.Zip(high).Any(pair => !(pair.First < pair.Second)))
            throw new ExperimentException("'crop-box' needs 'low' and 'high' together, as many numbers in both, each of 'low' below its own of 'high'.");
        if (options.Unit == LengthUnit.Millimetres && low.Count != 3)
            throw new ExperimentException("'crop-box' needs 'low' and 'high' in millimetres to be (x, y, z) in the patient. Give three numbers, or unit: voxels.");
    }

    /// <summary>The box in the patient.</summary>
    /// <exception cref="DataFormatException">It counts slices, and the image is a single one.</exception>
    public static Box Of(IReadOnlyList<double> low, IReadOnlyList<double> high, LengthUnit unit, Image image)
    {
        if (unit == LengthUnit.Millimetres)
        {
            return new Box("given", new Geometry(
                [high[0] - low[0], 0, 0, low[0], 0, high[1] - low[1], 0, low[1], 0, 0, high[2] - low[2], low[2], 0, 0, 0, 1]));
        }

        if (low.Count == 3 && image.Dimensions == 2)
            throw new DataFormatException("crop-box counts slices, and the image is a single one. Give (y, x).");
        var (bottom, top) = low.Count == 3 ? (low[0], high[0]) : (0, image.Depth);
        return Box.From("given", new VoxelBox(new VoxelPoint(low[^1], low[^2], bottom), new VoxelPoint(high[^1], high[^2], top)), image.Geometry);
    }
}
