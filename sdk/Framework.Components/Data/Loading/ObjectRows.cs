using TorchSharp;

namespace Framework.Components.Data.Loading;

/// <summary>The objects of one batch: worked out by the loader threads, made tensors when the batch is given.</summary>
internal sealed class ObjectRows(ObjectOptions options, int batchSize)
{
    private readonly FoundObjects[] _rows = new FoundObjects[batchSize];

    /// <summary>Finds the objects of a sample. Rows may be written by several threads at once.</summary>
    public void Write(int row, Sample sample)
    {
        if (sample.Image.Dimensions != 2)
            throw new DataFormatException($"case '{sample.Case.Id}': objects are those of 2-D images, and this one is {string.Join(" x ", sample.Image.Shape.ToArray())}. Add slice to the transforms.");
        _rows[row] = Find(sample);
    }

    /// <summary>The first rows' objects, as tensors that the caller owns.</summary>
    public IReadOnlyList<ImageObjects> View(int rows) => [.. _rows.Take(rows).Select(found => found.ToTensors())];

    private FoundObjects Find(Sample sample)
    {
        var grid = VoxelGrid.Of(sample.Image);
        var masks = options.Masks ? Masks(sample) : null;
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
