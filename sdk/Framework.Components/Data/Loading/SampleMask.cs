namespace Framework.Components.Data.Loading;

/// <summary>The class of each voxel of one sample.</summary>
internal sealed class SampleMask(MaskOptions options)
{
    /// <summary>What stands where the class is not known.</summary>
    public const long Unknown = -1;

    /// <summary>The classes in the order of the image's voxels.</summary>
    /// <param name="sample">A sample at any place of the chain.</param>
    /// <param name="classes">Takes the class of each voxel; <see cref="Unknown"/> throughout where the case has no mask.</param>
    /// <returns>Whether the case has a mask.</returns>
    /// <exception cref="DataFormatException">It has none and must, has another size than the image, or holds a value that is no class.</exception>
    public bool Read(Sample sample, Span<long> classes)
    {
        if (Find(sample) is not { } mask)
        {
            classes.Fill(Unknown);
            return false;
        }

        var values = mask.Pixels;
        for (var i = 0; i < values.Length; i++)
            classes[i] = ClassOf(values[i], sample.Case);
        return true;
    }

    private Image? Find(Sample sample)
    {
        var mask = sample.Images.FirstOrDefault(pair => pair.Name == options.Image).Image;
        if (mask is null)
        {
            return options.Optional ? null : throw new DataFormatException(
                $"case '{sample.Case.Id}': it has no '{options.Image}'. Give it one, leave the case out, or set masks.optional: true so that its voxels do not count.");
        }

        if (mask.Channels != 1 || !mask.Shape[1..].SequenceEqual(sample.Image.Shape[1..]))
        {
            throw new DataFormatException(
                $"case '{sample.Case.Id}': '{options.Image}' is {Describe(mask)}, and the image {Describe(sample.Image)}. A mask has one channel and the image's size.");
        }

        if (!LiesOn(mask, sample.Image))
        {
            throw new DataFormatException(
                $"case '{sample.Case.Id}': '{options.Image}' lies elsewhere in the patient than the image, though both have one size. Resample the mask to the image, or correct its header.");
        }

        return mask;
    }

    // By the corner voxels' centres: half a voxel apart is another grid.
    private static bool LiesOn(Image mask, Image image)
    {
        var grid = VoxelGrid.Of(image);
        for (var corner = 0; corner < 8; corner++)
        {
            var at = new VoxelPoint((corner & 1) * (grid.Width - 1), ((corner >> 1) & 1) * (grid.Height - 1), (corner >> 2) * (grid.Depth - 1));
            var seen = image.Geometry.ToVoxel(mask.Geometry.ToPatient(at));
            if (Math.Abs(seen.X - at.X) > 0.5 || Math.Abs(seen.Y - at.Y) > 0.5 || Math.Abs(seen.Z - at.Z) > 0.5)
                return false;
        }

        return true;
    }

    private long ClassOf(float value, Case item)
    {
        if (options.Values.Count == 0 && value >= 0 && value < options.Classes.Count && value == (int)value)
            return (int)value;
        for (var i = 0; i < options.Values.Count; i++)
        {
            if (options.Values[i] == value)
                return i;
        }

        var listed = options.Values.Count == 0 ? $"0 to {options.Classes.Count - 1}" : string.Join(", ", options.Values);
        throw new DataFormatException(FormattableString.Invariant(
            $"case '{item.Id}': '{options.Image}' holds {value}, which stands for none of masks.classes: they are {listed}. Correct the mask, or say by masks.values what its values mean."));
    }

    private static string Describe(Image image) => string.Join(" x ", image.Shape.ToArray());
}
