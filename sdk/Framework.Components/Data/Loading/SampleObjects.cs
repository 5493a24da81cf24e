namespace Framework.Components.Data.Loading;

/// <summary>Finds the objects of a sample on its image's grid.</summary>
internal sealed class SampleObjects(ObjectOptions options)
{
    /// <summary>The objects of a sample at any place of the chain.</summary>
    /// <exception cref="DataFormatException">The image is a volume, a box has an unknown name, or masks do not fit boxes.</exception>
    public FoundObjects Of(Sample sample)
    {
        if (sample.Image.Dimensions != 2)
            throw new DataFormatException($"case '{sample.Case.Id}': objects are those of 2-D images, and this one is {string.Join(" x ", sample.Image.Shape.ToArray())}. Add slice to the transforms.");
        var grid = VoxelGrid.Of(sample.Image);
        var masks = options.Masks && sample.Boxes.Count > 0 ? Masks(sample) : null;
        var found = new FoundObjects(grid, options.Masks);
        for (var i = 0; i < sample.Boxes.Count; i++)
        {
            var number = Number(sample, sample.Boxes[i].Label);
            if (masks is not null)
                found.Add(number, masks.Channel(i));
            else if (sample.Boxes[i].On(grid) is { } box)
                found.Add(number, box);
        }

        if (found.Count > options.Most)
            throw new DataFormatException($"case '{sample.Case.Id}': it has {found.Count} objects, and 'objects' sets memory aside for {options.Most}. Raise objects.most.");
        return found;
    }

    private static Image Masks(Sample sample)
    {
        var names = sample.Images.Select(pair => pair.Name).ToList();
        if (!names.Contains(ObjectOptions.MaskName))
            throw new DataFormatException($"case '{sample.Case.Id}': it has no image '{ObjectOptions.MaskName}', one channel for each object. Set objects.masks: false, or choose a source that gives it.");
        var masks = sample[ObjectOptions.MaskName];
        if (masks.Channels != sample.Boxes.Count)
            throw new DataFormatException($"case '{sample.Case.Id}': '{ObjectOptions.MaskName}' has {masks.Channels} channels for {sample.Boxes.Count} boxes. It must have one for each, in their order.");
        if (masks.Dimensions != 2 || (masks.Height, masks.Width) != (sample.Image.Height, sample.Image.Width))
            throw new DataFormatException($"case '{sample.Case.Id}': '{ObjectOptions.MaskName}' is {string.Join(" x ", masks.Shape.ToArray())}, and the image {string.Join(" x ", sample.Image.Shape.ToArray())}. Both must have one size.");
        return masks;
    }

    private long Number(Sample sample, string label)
    {
        for (var i = 0; i < options.Classes.Count; i++)
        {
            if (options.Classes[i] == label)
                return i + 1;
        }

        throw new DataFormatException($"case '{sample.Case.Id}': a box is called '{label}', which objects.classes does not list. It lists {string.Join(", ", options.Classes.Select(name => $"'{name}'"))}.");
    }
}
