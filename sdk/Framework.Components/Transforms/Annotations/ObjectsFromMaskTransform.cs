using Framework.Components.Data.Loading;

namespace Framework.Components.Transforms.Annotations;

/// <summary>Makes an object of each connected part of a mask, for a detector: a box, and its pixels as a channel of <c>mask-objects</c>.</summary>
/// <remarks>
/// Input: a mask (1, y, x) of the image's size; output: the same images with <c>mask-objects</c> (object, y, x) of 0 and 1, and the objects' boxes in place of any
/// before. Pixels that touch at a side or corner belong together, or with <c>numbered</c> those of one value. Where the mask has no object, there is no <c>mask-objects</c>.
/// </remarks>
public sealed class ObjectsFromMaskTransform : ITransform
{
    private readonly ObjectsFromMaskOptions _options;

    /// <summary>Checks the classes.</summary>
    /// <param name="options">Which mask, and what its values mean.</param>
    /// <exception cref="ExperimentException">Values number objects of several classes.</exception>
    public ObjectsFromMaskTransform(ObjectsFromMaskOptions options)
    {
        _options = options;
        if (options.Numbered && options.Classes.Count != 1)
            throw new ExperimentException($"'objects-from-mask' has {options.Classes.Count} classes, and 'numbered' masks tell one from another by nothing. Give one class, or leave 'numbered' out.");
    }

    /// <inheritdoc />
    public bool ReadsTruth => true;

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var mask = sample[_options.Of];
        if (mask.Channels != 1 || mask.Dimensions != 2 || (mask.Width, mask.Height) != (sample.Image.Width, sample.Image.Height))
        {
            throw new DataFormatException(
                $"objects-from-mask takes a mask (1, y, x) of the image's size, and '{_options.Of}' is {string.Join(" x ", mask.Shape.ToArray())}. Put slice before it.");
        }

        var parts = (_options.Numbered ? ConnectedPart.OfValues(mask) : ConnectedPart.Of(mask)).Where(part => part.Pixels.Count >= _options.LeastPixels).ToList();
        var boxes = parts.Select(part => Box.From(NameOf(part.Value), part.Bounds(mask.Width), mask.Geometry)).ToList();
        sample = sample.With(boxes);
        if (parts.Count == 0)
            return sample;
        var objects = context.Workspace.Allocate([parts.Count, mask.Height, mask.Width], geometry: mask.Geometry);
        objects.Pixels.Clear();
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var pixel in parts[i].Pixels)
                objects.Channel(i)[pixel] = 1;
        }

        return sample.With(objects, ObjectOptions.MaskName);
    }

    private string NameOf(float value) => _options.Numbered ? _options.Classes[0] : value == (int)value && value >= 1 && value <= _options.Classes.Count
        ? _options.Classes[(int)value - 1]
        : throw new DataFormatException(FormattableString.Invariant(
            $"'{_options.Of}' holds {value}, and objects-from-mask names the values 1 to {_options.Classes.Count} alone. Add its class, or correct the mask."));
}
