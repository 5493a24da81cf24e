namespace Framework.Components.Transforms.Intensity;

/// <summary>Brings the values of every image to one scale by its own figures: z-score, or percentiles to a range.</summary>
/// <remarks>
/// Image (channel, y, x) or (channel, z, y, x), same shape out, unitless. The z-score is (value - mean) / standard deviation, both over the
/// values that count, in float64, the deviation with n (MONAI's NormalizeIntensity). Where all values are alike, only the mean is taken off.
/// </remarks>
public sealed class IntensityNormaliseTransform : ITransform
{
    private readonly IntensityNormaliseOptions _options;

    /// <summary>Checks the percentiles.</summary>
    /// <param name="options">Which values count, and what they become.</param>
    /// <exception cref="ExperimentException">The lower percentile is not below the upper one, or the range is empty.</exception>
    public IntensityNormaliseTransform(IntensityNormaliseOptions options)
    {
        _options = options;
        if (options.Percentiles is { } scale && !(scale.Lower < scale.Upper))
            throw new ExperimentException($"'intensity-normalise' needs 'lower' to be below 'upper'; they are {scale.Lower} and {scale.Upper}.");
        if (options.Percentiles is { } range && !(range.Low < range.High))
            throw new ExperimentException($"'intensity-normalise' needs 'low' to be below 'high'; they are {range.Low} and {range.High}.");
    }

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = sample.Image;
        if (image.Length == 0)
            return sample;
        var mask = _options.Mask is { } name ? Mask(sample, name) : null;
        var result = Voxels.Allocate(image, context.Workspace);
        var (runs, length) = _options.PerChannel ? (image.Channels, image.Length / image.Channels) : (1, image.Length);
        for (var run = 0; run < runs; run++)
            Apply(new ValueRun(image, run * length, length), mask, result, context.Workspace);
        return sample.With(result);
    }

    private void Apply(ValueRun run, Image? mask, Image result, SampleWorkspace workspace)
    {
        var counted = run.Counted(mask, _options.NonZero, workspace);
        var figures = (counted.Length > 0 ? Figures(counted, workspace) : new Rescaling(0, 1, 0)) with { KeepsZeros = _options.NonZero };
        Voxels.Each(run.Length, workspace, (first, count) => figures.Apply(run.Values.Slice(first, count), result.Pixels.Slice(run.Start + first, count)));
    }

    private Rescaling Figures(ValueRun counted, SampleWorkspace workspace)
    {
        if (_options.Percentiles is not { } scale)
        {
            var (mean, deviation) = Moments.Of(counted, workspace);
            return new Rescaling((float)mean, deviation > 0 ? (float)(1 / deviation) : 1, 0);
        }

        var ordered = new OrderedValues(counted);
        var (low, high) = (ordered.Percentile(scale.Lower), ordered.Percentile(scale.Upper));
        var slope = high > low ? (scale.High - scale.Low) / (high - low) : 1;
        var line = new Rescaling((float)low, (float)slope, (float)scale.Low);
        return scale.Clip ? line with { Low = (float)scale.Low, High = (float)scale.High } : line;
    }

    private static Image Mask(Sample sample, string name)
    {
        var found = sample.Images.FirstOrDefault(pair => pair.Name == name).Image
            ?? throw new DataFormatException($"intensity-normalise counts within '{name}', and the sample has {string.Join(", ", sample.Images.Select(pair => $"'{pair.Name}'"))}. Name one of these, or leave 'mask' out.");
        var image = sample.Image;
        if (!found.Shape[1..].SequenceEqual(image.Shape[1..]) || (found.Channels != 1 && found.Channels != image.Channels))
            throw new DataFormatException($"intensity-normalise counts within '{name}' of shape {Text(found)}; the image has {Text(image)}. Both need the same grid, and the mask 1 channel or as many.");
        if (found.Pixels.IndexOfAnyInRange(float.Epsilon, float.PositiveInfinity) < 0)
            throw new DataFormatException($"intensity-normalise counts within '{name}', which is empty. Mend the mask, or leave the case out.");
        return found;
    }

    private static string Text(Image image) => string.Join(" x ", image.Shape.ToArray());
}
