namespace Framework.Sdk;

/// <summary>What a transform may use.</summary>
/// <param name="workspace">Where new images are allocated.</param>
/// <param name="random">The stream of this transform for this case in this epoch.</param>
/// <param name="phase">What the sample is for.</param>
public sealed class TransformContext(SampleWorkspace workspace, RandomStream random, Phase phase)
{
    /// <summary>Where new images are allocated; belongs to the calling thread.</summary>
    public SampleWorkspace Workspace { get; } = workspace;

    /// <summary>The stream of this transform for this case in this epoch.</summary>
    public RandomStream Random { get; } = random;

    /// <summary>What the sample is for.</summary>
    public Phase Phase { get; } = phase;

    /// <summary>The context of a transform within this one, with a stream of its own.</summary>
    /// <param name="position">Its position, from 0.</param>
    public TransformContext Derive(int position) => new(Workspace, Random.Derive(position), Phase);
}
