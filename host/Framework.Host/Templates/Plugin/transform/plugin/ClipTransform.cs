using Framework.Sdk;

namespace Study.Assembly;

/// <summary>Clips an image from below and above.</summary>
/// <remarks>Images of any shape; masks, boxes and landmarks stay as they are.</remarks>
public sealed class ClipTransform : ITransform
{
    private readonly (float Low, float High) _range;

    /// <summary>Checks the range.</summary>
    /// <param name="options">The range.</param>
    /// <exception cref="ArgumentException">The lower end is above the upper one.</exception>
    public ClipTransform(ClipOptions options)
    {
        if (options.Low > options.High)
            throw new ArgumentException($"low is {options.Low}, above high, {options.High}. Swap them.");
        _range = ((float)options.Low, (float)options.High);
    }

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = context.Workspace.Allocate(sample.Image.Shape, like: sample.Image);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = Math.Clamp(sample.Image.Pixels[i], _range.Low, _range.High);
        return sample.With(image);
    }
}
