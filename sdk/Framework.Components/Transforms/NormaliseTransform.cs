namespace Framework.Components.Transforms;

/// <summary>Subtracts each channel's mean and divides by its standard deviation.</summary>
/// <remarks>Image (channel, y, x) or (channel, z, y, x), same shape out.</remarks>
public sealed class NormaliseTransform : ITransform
{
    private readonly IReadOnlyList<double> _mean;
    private readonly IReadOnlyList<double> _deviation;

    /// <summary>Checks the figures.</summary>
    /// <param name="options">Mean and deviation.</param>
    /// <exception cref="ExperimentException">A deviation is not above 0, or there are not as many deviations as means.</exception>
    public NormaliseTransform(NormaliseOptions options)
    {
        (_mean, _deviation) = (options.By.Mean, options.By.Deviation);
        if (_mean.Count != _deviation.Count)
            throw new ExperimentException($"'normalise' has {_mean.Count} means and {_deviation.Count} deviations. Give one of each for every channel.");
        foreach (var deviation in _deviation)
        {
            if (!(deviation > 0))
                throw new ExperimentException($"'normalise' needs each 'deviation' to be above 0; one is {deviation}.");
        }
    }

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = sample.Image;
        if (_mean.Count != 1 && _mean.Count != image.Channels)
            throw new DataFormatException($"normalise has figures for {_mean.Count} channels; the image has {image.Channels}. Give one for each channel.");
        var result = context.Workspace.Allocate(image.Shape, image);
        for (var channel = 0; channel < image.Channels; channel++)
        {
            var at = _mean.Count == 1 ? 0 : channel;
            LinearMap.Apply(image.Channel(channel), result.Channel(channel), (float)(1 / _deviation[at]), (float)(-_mean[at] / _deviation[at]));
        }

        return sample.With(result);
    }
}
