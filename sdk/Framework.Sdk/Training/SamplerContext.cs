namespace Framework.Sdk;

/// <summary>What a sampler draws from: the training part of a fold and nothing else.</summary>
/// <param name="Cases">The training part, in its stable order.</param>
/// <param name="Labels">The names of the labels, in the order of <see cref="Case.Labels"/>.</param>
public sealed record SamplerContext(IReadOnlyList<Case> Cases, IReadOnlyList<string> Labels);
