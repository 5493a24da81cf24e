namespace Framework.Sdk;

/// <summary>A data source followed by a chain of transforms: case in, network input out. Safe from several threads.</summary>
/// <remarks>
/// Spatial transforms in a row are one resampling (<see cref="ISpatialTransform"/>), except across <see cref="FirstRandom"/>: what stands before
/// it gives the same voxels whether they come from a cache or not. Of a case that has <see cref="Case.Parts"/> each part goes through the
/// chain, all with the draws of the joined case, so that the slices of a series turn and shine alike; then their images are put one behind the other.
/// </remarks>
/// <param name="source">Loads the case.</param>
/// <param name="steps">Applied in order.</param>
/// <param name="random">The stream of the unit; each draw is derived from it by epoch, case and position in the chain.</param>
public sealed class SamplePipeline(IDataSource source, IReadOnlyList<TransformStep> steps, RandomStream random)
{
    private readonly RandomStream _random = random.Derive("transforms");

    /// <summary>The chain.</summary>
    public IReadOnlyList<TransformStep> Steps => steps;

    /// <summary>Position of the first random transform; the number of transforms where none is. What stands before it can be cached.</summary>
    public int FirstRandom { get; private init; } = steps.TakeWhile(step => !step.Transform.IsRandom).Count();

    /// <summary>The same source and the beginning of the chain; its random transforms draw what they draw here.</summary>
    /// <param name="position">The first transform that is left out.</param>
    public SamplePipeline Until(int position) => new(source, [.. steps.Take(position)], random) { Cache = position >= FirstRandom ? Cache : null };

    /// <summary>The same source, cache and chain, and more at its end; random transforms draw other numbers than here.</summary>
    /// <param name="more">Applied in order behind the chain.</param>
    /// <param name="stream">What they draw from.</param>
    public SamplePipeline Then(IReadOnlyList<TransformStep> more, RandomStream stream) =>
        new(source, [.. steps, .. more], stream) { Cache = Cache, FirstRandom = FirstRandom };

    /// <summary>The same chain without a cache: every case is read and prepared.</summary>
    public SamplePipeline WithoutCache() => new(source, steps, random);

    /// <summary>The stream of a transform, for whoever applies it in the pipeline's stead.</summary>
    /// <param name="position">Its position in the chain.</param>
    /// <param name="item">The case.</param>
    /// <param name="moment">What the case is loaded for.</param>
    public RandomStream RandomOf(int position, Case item, SampleMoment moment) => Stream(position, item, moment);

    /// <summary>Keeps what stands before <see cref="FirstRandom"/> leaves; null where every case is read and prepared each time.</summary>
    public ISampleCache? Cache { get; init; }

    /// <summary>Loads and transforms one case.</summary>
    /// <param name="item">The case.</param>
    /// <param name="phase">Which transforms apply.</param>
    /// <param name="epoch">From 0; random transforms differ between epochs.</param>
    /// <param name="workspace">The calling thread's memory; the sample lives until its reset.</param>
    /// <exception cref="DataFormatException">The case cannot be read or transformed; names the case and the transform.</exception>
    public Sample Load(Case item, Phase phase, int epoch, SampleWorkspace workspace) => Load(item, new SampleMoment(phase, epoch), workspace);

    /// <summary>Loads and transforms one case.</summary>
    /// <param name="item">The case.</param>
    /// <param name="moment">Which transforms apply; what random ones draw.</param>
    /// <param name="workspace">The calling thread's memory; the sample lives until its reset.</param>
    /// <exception cref="DataFormatException">The case cannot be read or transformed; names the case and the transform.</exception>
    public Sample Load(Case item, SampleMoment moment, SampleWorkspace workspace) => item.Parts.Count > 0
        ? JoinedSample.Of(item, [.. item.Parts.Select(part => LoadOne(part with { RandomKey = item.RandomKey }, moment, workspace))], workspace)
        : LoadOne(item, moment, workspace);

    private Sample LoadOne(Case item, SampleMoment moment, SampleWorkspace workspace)
    {
        var sample = Apply(FirstRandom, steps.Count, Kept(item, moment, workspace) ?? Prepare(item, moment, workspace), moment, workspace);
        Settle(sample);
        return sample;
    }

    private Sample? Kept(Case item, SampleMoment moment, SampleWorkspace workspace)
    {
        using var span = Cache is null ? null : WorkSpan.Begin("cache read");
        return Cache?.Find(item, moment.Phase, workspace);
    }

    // Where spatial transforms in a row become one resampling.
    private static void Settle(Sample sample)
    {
        using var span = WorkSpan.Begin("resample");
        sample.Settle();
    }

    private Sample Read(Case item, SampleWorkspace workspace)
    {
        using var span = WorkSpan.Begin("load");
        return source.Load(item, workspace);
    }

    private Sample Prepare(Case item, SampleMoment moment, SampleWorkspace workspace)
    {
        var sample = Apply(0, FirstRandom, Read(item, workspace), moment, workspace);
        Settle(sample);
        using var span = Cache is null ? null : WorkSpan.Begin("cache write");
        Cache?.Keep(sample, moment.Phase);
        return sample;
    }

    private Sample Apply(int from, int to, Sample sample, SampleMoment moment, SampleWorkspace workspace)
    {
        for (var i = from; i < to; i++)
        {
            if (steps[i].Only is not { } only || only == moment.Phase)
                sample = Apply(i, sample, new TransformContext(workspace, Stream(i, sample.Case, moment), moment.Phase));
        }

        return sample;
    }

    private RandomStream Stream(int position, Case item, SampleMoment moment)
    {
        if (!steps[position].Transform.IsRandom)
            return _random;
        var stream = _random.Derive(moment.Epoch).Derive(item.RandomKey).Derive(position);
        return moment.Repetition == 0 ? stream : stream.Derive("repetition").Derive(moment.Repetition);
    }

    private Sample Apply(int position, Sample sample, TransformContext context)
    {
        try
        {
            using var span = WorkSpan.Begin("transform", steps[position].Name);
            return steps[position].Transform.Apply(sample, context);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            var shape = string.Join(" x ", sample.Image.Shape.ToArray());
            throw new DataFormatException($"case '{sample.Case.Id}': '{steps[position].Name}' failed on an image of shape {shape}: {e.Message}", e);
        }
    }
}
