namespace Framework.Components.Transforms.Spatial;

/// <summary>Shifts, scales and turns every image of the sample in its (y, x) plane, at random, with albumentations' parameters.</summary>
/// <remarks>
/// (channel, y, x) or (channel, z, y, x), same shape out. Linear between pixels (nearest for images whose name begins with <c>mask</c>); outside,
/// the image goes on mirrored about its edge pixels (OpenCV's reflect-101) unless told otherwise. Positive angles turn counter-clockwise as
/// seen on the screen, about the middle of the image.
/// </remarks>
/// <param name="options">Limits and probability.</param>
public sealed class ShiftScaleRotateTransform(ShiftScaleRotateOptions options) : ISpatialTransform
{
    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public bool RunsOnDevice => true;

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context)
    {
        var random = context.Random;
        if (!random.Chance(options.Probability))
            return null;
        var degrees = random.Uniform(-options.Rotate, options.Rotate);
        var scale = random.Uniform(1 - options.Scale, 1 + options.Scale);
        var (shiftX, shiftY) = (random.Uniform(-options.Shift, options.Shift), random.Uniform(-options.Shift, options.Shift));
        return new SpatialPlan(grid => new SpatialChange(grid, grid.Size, Undo(grid, (shiftX * grid.Width, shiftY * grid.Height), scale, degrees))
        {
            Padding = EdgePadding.Of(options.Padding),
        });
    }

    /// <summary>The map that undoes: scale and turn about the middle (counter-clockwise as seen on the screen), then shift.</summary>
    internal static double[] Undo(VoxelGrid grid, (double X, double Y) shift, double scale, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (center, cosine, sine) = (grid.Center, cos / scale, sin / scale);
        var (fromX, fromY) = (center.X + shift.X, center.Y + shift.Y);
        return
        [
            cosine, -sine, 0, center.X - (cosine * fromX) + (sine * fromY),
            sine, cosine, 0, center.Y - (sine * fromX) - (cosine * fromY),
            0, 0, 1, 0,
            0, 0, 0, 1,
        ];
    }
}
