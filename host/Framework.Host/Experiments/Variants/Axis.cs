using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Variants;

/// <summary>One key of <c>matrix</c>: a place in the experiment with the values that it is to have.</summary>
/// <param name="Path">The place.</param>
/// <param name="Key">Where it is named.</param>
/// <param name="Values">At least one.</param>
/// <param name="Names">What each value is called; null where its own words are its name. A mapping that has a name is laid over what stands at the place.</param>
internal sealed record Axis(IReadOnlyList<PathStep> Path, Origin Key, IReadOnlyList<Node> Values, IReadOnlyList<string>? Names = null);
