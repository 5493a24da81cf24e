using Framework.Components.Data.Loading;

namespace Framework.Components.Transforms.Annotations;

/// <summary>Makes an object of each connected part of a mask, for a detector: a box, and its pixels as a channel of <c>mask-objects</c>.</summary>
/// <remarks>
/// Input: a mask (1, y, x) of the image's size; output: the same images with <c>mask-objects</c> (object, y, x) of 0 and 1, and the objects' boxes in place of any
/// before. Pixels that touch at a side or corner belong together. Where the mask has no object, there is no <c>mask-objects</c>.
/// </remarks>
/// <param name="options">Which mask, and what its values mean.</param>
public sealed class ObjectsFromMaskTransform(ObjectsFromMaskOptions options) : ITransform
{
    /// <inheritdoc />
    public bool ReadsTruth => true;

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var mask = sample[options.Of];
        if (mask.Channels != 1 || mask.Dimensions != 2 || (mask.Width, mask.Height) != (sample.Image.Width, sample.Image.Height))
        {
            throw new DataFormatException(
                $"objects-from-mask takes a mask (1, y, x) of the image's size, and '{options.Of}' is {string.Join(" x ", mask.Shape.ToArray())}. Put slice before it.");
        }

        var parts = ConnectedPart.Of(mask).Where(part => part.Pixels.Count >= options.LeastPixels).ToList();
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

    private string NameOf(float value) => value == (int)value && value >= 1 && value <= options.Classes.Count
        ? options.Classes[(int)value - 1]
        : throw new DataFormatException(FormattableString.Invariant(
            $"'{options.Of}' holds {value}, and objects-from-mask names the values 1 to {options.Classes.Count} alone. Add its class, or correct the mask."));
}
