namespace Framework.Components.Controls;

/// <summary>Blanks the anatomy out of every image as it is loaded: what the score is worth from tables, tubes, markers and padding.</summary>
/// <remarks>
/// The anatomy is the largest connected part above a threshold (Otsu 1979, of the first channel), and whatever lies between its edges along rows
/// and columns of a slice. It gets the median of what is left. Its outline stays visible.
/// </remarks>
/// <param name="options">Where the anatomy is, unless a threshold finds it.</param>
public sealed class BackgroundOnlyControl(BackgroundOnlyOptions options) : IControl
{
    /// <inheritdoc />
    public ControlExpectation Expected => new()
    {
        AtChance = true,
        AtMost = 0.65,
        Otherwise = "Images without the anatomy tell the labels: something beside the patient, or the outline alone, gives them away.",
    };

    /// <inheritdoc />
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with { Source = new ChangedSource(recipe.Source, new Blank(options)) };

    private sealed class Blank(BackgroundOnlyOptions options) : ITransform
    {
        public Sample Apply(Sample sample, TransformContext context)
        {
            var from = sample.Image;
            var anatomy = Anatomy.Of(options.Mask is null ? from : sample[options.Mask], options.Mask is null ? options.Threshold : 0, keepAll: options.Mask is not null);
            if (anatomy.Length != from.Length / from.Channels)
                throw new DataFormatException($"'background-only': the image '{options.Mask}' is of another size than 'image'. Resample one of them.");
            var to = context.Workspace.Allocate(from.Shape, from);
            for (var channel = 0; channel < from.Channels; channel++)
            {
                var source = from.Channel(channel);
                var target = to.Channel(channel);
                var blank = Anatomy.MedianOutside(source, anatomy);
                for (var i = 0; i < target.Length; i++)
                    target[i] = anatomy[i] ? blank : source[i];
            }

            return sample.With(to);
        }
    }
}
