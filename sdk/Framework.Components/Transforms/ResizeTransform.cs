namespace Framework.Components.Transforms;

/// <summary>Resamples every image of the sample to a given number of rows and columns; the field of view stays the same.</summary>
/// <remarks>(channel, y, x) or (channel, z, y, x); of a volume each slice is resized. Images whose name begins with <c>mask</c> take the nearest pixel.</remarks>
public sealed class ResizeTransform : ITransform
{
    private readonly int _height;
    private readonly int _width;
    private readonly Interpolation _interpolation;
    private Resampling? _last;
    private Resampling? _lastMask;

    /// <summary>Checks the size.</summary>
    /// <param name="options">Size and interpolation.</param>
    /// <exception cref="ExperimentException">A size is below 1.</exception>
    public ResizeTransform(ResizeOptions options)
    {
        (_height, _width, _interpolation) = (options.Size[0], options.Size[1], options.Interpolation);
        if (_height < 1 || _width < 1)
            throw new ExperimentException($"'resize' needs 'size' to be two numbers of pixels above 0, (y, x); it is [{_height}, {_width}].");
    }

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        foreach (var (name, image) in sample.Images)
        {
            if (image.Height != _height || image.Width != _width)
                sample = sample.With(Resize(image, context, ImageNames.IsMask(name)), name);
        }

        return sample;
    }

    private Image Resize(Image image, TransformContext context, bool mask)
    {
        if (image.Length == 0)
            throw new DataFormatException("an image without pixels cannot be resized. Leave the case out.");
        var shape = image.Shape.ToArray();
        (shape[^2], shape[^1]) = (_height, _width);
        var (scaleX, scaleY) = ((double)image.Width / _width, (double)image.Height / _height);
        var geometry = image.Geometry.Resample((scaleX, scaleY, 1), ((scaleX - 1) / 2, (scaleY - 1) / 2, 0));
        var result = context.Workspace.Allocate(shape, image, geometry);
        var resampling = mask ? Prepare(ref _lastMask, image, Interpolation.Nearest) : Prepare(ref _last, image, _interpolation);
        resampling.Apply(image.Pixels, result.Pixels);
        return result;
    }

    // Weights of the last size met are kept: a cohort mostly has one. Threads that meet at a change compute them twice, which harms nobody.
    private Resampling Prepare(ref Resampling? last, Image image, Interpolation interpolation)
    {
        var resampling = Volatile.Read(ref last);
        if (resampling?.Fits(image.Height, image.Width) == true)
            return resampling;
        resampling = new Resampling(
            AxisWeights.Create(image.Height, _height, interpolation), AxisWeights.Create(image.Width, _width, interpolation));
        Volatile.Write(ref last, resampling);
        return resampling;
    }
}
