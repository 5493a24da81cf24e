namespace Framework.Components.Transforms;

/// <summary>Shifts, scales and turns every image of the sample in its (y, x) plane, at random, with albumentations' parameters.</summary>
/// <remarks>
/// (channel, y, x) or (channel, z, y, x), same shape out. Linear between pixels (nearest for images whose name begins with <c>mask</c>); outside,
/// the image goes on mirrored about its edge pixels (OpenCV's reflect-101). Positive angles turn counter-clockwise as seen on the screen,
/// about the middle of the image.
/// </remarks>
/// <param name="options">Limits and probability.</param>
public sealed class ShiftScaleRotateTransform(ShiftScaleRotateOptions options) : ITransform
{
    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var random = context.Random;
        if (!random.Chance(options.Probability))
            return sample;
        var degrees = random.Uniform(-options.Rotate, options.Rotate);
        var scale = random.Uniform(1 - options.Scale, 1 + options.Scale);
        var (shiftX, shiftY) = (random.Uniform(-options.Shift, options.Shift), random.Uniform(-options.Shift, options.Shift));
        foreach (var (name, image) in sample.Images)
        {
            var map = PlaneMap.Undo((image.Width, image.Height), (shiftX * image.Width, shiftY * image.Height), scale, degrees);
            var result = context.Workspace.Allocate(image.Shape, image, map.Apply(image.Geometry));
            PlaneSampling.Apply(image, result, map, nearest: ImageNames.IsMask(name));
            sample = sample.With(result, name);
        }

        return sample;
    }
}
