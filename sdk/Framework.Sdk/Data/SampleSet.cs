namespace Framework.Sdk;

/// <summary>The cases of one part of one fold with the pipeline that loads them.</summary>
/// <param name="Cases">In a stable order.</param>
/// <param name="Pipeline">Loads one of them.</param>
public sealed record SampleSet(IReadOnlyList<Case> Cases, SamplePipeline Pipeline);
