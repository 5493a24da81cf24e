using TorchSharp;

namespace Framework.Components.Transforms;

/// <summary>Subtracts each channel's mean and divides by its standard deviation.</summary>
/// <remarks>
/// Image (channel, y, x) or (channel, z, y, x), same shape out. With <c>by: training</c> mean and deviation are those of all pixels of a channel over
/// all cases of the fold's training part, as the transforms before leave them (population deviation; sums in double precision).
/// </remarks>
public sealed class NormaliseTransform : IFittedTransform, IIntensityTransform
{
    private readonly Normalisation _change;

    /// <summary>Checks the figures.</summary>
    /// <param name="options">Mean and deviation.</param>
    /// <exception cref="ExperimentException">A deviation is not above 0, or there are not as many deviations as means.</exception>
    public NormaliseTransform(NormaliseOptions options)
        : this(options.By)
    {
    }

    private NormaliseTransform(ChannelStatistics by)
    {
        (_change, NeedsFitting) = (new Normalisation(by.Mean, by.Deviation), by.IsTraining);
        if (by.Mean.Count != by.Deviation.Count)
            throw new ExperimentException($"'normalise' has {by.Mean.Count} means and {by.Deviation.Count} deviations. Give one of each for every channel.");
        foreach (var deviation in by.Deviation)
        {
            if (!(deviation > 0))
                throw new ExperimentException($"'normalise' needs each 'deviation' to be above 0; one is {deviation}.");
        }
    }

    /// <inheritdoc />
    public bool NeedsFitting { get; }

    /// <inheritdoc />
    public IReadOnlyList<double> Observe(Sample sample) =>
        [.. Enumerable.Range(0, sample.Image.Channels).SelectMany(channel => PixelMoments.Of(sample.Image.Channel(channel)).Numbers)];

    /// <inheritdoc />
    public IReadOnlyList<double> Conclude(IReadOnlyList<IReadOnlyList<double>> observations)
    {
        var channels = observations.Select(PixelMoments.Read).ToList();
        if (channels.Select(moments => moments.Length).Distinct().Count() > 1)
            throw new DataFormatException("'normalise' by training: the training images have different numbers of channels. Make them equal before.");
        var all = channels.Aggregate((sum, next) => [.. sum.Zip(next, (one, other) => one.With(other))]);
        if (Array.FindIndex(all, moments => !(moments.Deviation > 0)) is >= 0 and var flat)
            throw new DataFormatException($"'normalise' by training: channel {flat} has the same value or no finite one in all training images, and so no deviation. Check the transforms before.");
        return [.. all.Select(moments => moments.Mean), .. all.Select(moments => moments.Deviation)];
    }

    /// <inheritdoc />
    public ITransform With(FittedStatistics statistics, TrainingFold fold)
    {
        var figures = statistics.For(fold);
        var channels = figures.Count / 2;
        return new NormaliseTransform(new ChannelStatistics { Mean = [.. figures.Take(channels)], Deviation = [.. figures.Skip(channels)] });
    }

    /// <inheritdoc />
    public bool RunsOnDevice => true;

    /// <inheritdoc />
    public IIntensityChange? Draw(VoxelGrid grid, RandomStream random) => NeedsFitting
        ? throw new DataFormatException("'normalise' by training has no figures here: only transforms of the stage's own list are fitted. Take it out of the transform that holds it.")
        : _change;

    /// <inheritdoc />
    public torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<IIntensityChange> drawn) => _change.Apply(rows);
}
