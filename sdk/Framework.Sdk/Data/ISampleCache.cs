namespace Framework.Sdk;

/// <summary>Keeps samples as the deterministic head of a chain leaves them, so that no later epoch or run makes them again. Safe from several threads.</summary>
public interface ISampleCache
{
    /// <summary>The kept sample of a case, as it was, to the bit; null where there is none.</summary>
    /// <param name="item">The case.</param>
    /// <param name="phase">What the head was applied for.</param>
    /// <param name="workspace">Where its images are allocated: a copy that belongs to the caller.</param>
    Sample? Find(Case item, Phase phase, SampleWorkspace workspace);

    /// <summary>Keeps a sample, unless another was faster. Failing to is no error.</summary>
    /// <param name="sample">As the head left it; every voxel is read before this returns.</param>
    /// <param name="phase">What the head was applied for.</param>
    void Keep(Sample sample, Phase phase);
}
