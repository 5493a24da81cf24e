namespace Framework.Components.Training.Supervised;

/// <summary>How long a run is, in steps and epochs.</summary>
/// <param name="StepsPerEpoch">At least 1.</param>
/// <param name="Steps">In all, if nothing ends the run before.</param>
internal readonly record struct TrainingLength(int StepsPerEpoch, long Steps)
{
    /// <summary>Epochs begun in so many steps; the last may be shorter.</summary>
    public int Epochs => (int)((Steps + StepsPerEpoch - 1) / StepsPerEpoch);

    public static TrainingLength Of(SupervisedOptions options, int batches)
    {
        var perEpoch = (batches + options.Accumulate - 1) / options.Accumulate;
        return new TrainingLength(perEpoch, options.Steps ?? (long)perEpoch * (options.Epochs ?? throw new ExperimentException("'supervised' takes 'epochs' or 'steps', and neither is given.")));
    }

    /// <summary>Whether the epoch has no step left.</summary>
    public bool EndsEpoch(Bookmark at) => at.Step == StepsPerEpoch || at.Steps == Steps;
}
