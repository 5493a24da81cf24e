using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Variants;

/// <summary>One key of <c>matrix</c>: a place in the experiment with the values that it is to have.</summary>
/// <param name="Path">The place.</param>
/// <param name="Key">Where it is named.</param>
/// <param name="Values">At least one.</param>
internal sealed record Axis(IReadOnlyList<PathStep> Path, Origin Key, IReadOnlyList<Node> Values);
