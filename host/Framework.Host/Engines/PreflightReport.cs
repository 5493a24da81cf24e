using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>What can be known of a run before it trains.</summary>
/// <param name="Facts">What there is, in order: <c>train</c>, <c>630 cases of 42 subjects</c>.</param>
/// <param name="Problems">What would stop a run, all of it.</param>
internal sealed record PreflightReport(IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<PreflightProblem> Problems)
{
    /// <summary>What a run would stop with.</summary>
    public IReadOnlyList<FrameworkException> Failures => [.. Problems.Select(problem => problem.Failure)];

    /// <summary>What a run would do; null where that cannot be said.</summary>
    public Plan? Plan { get; init; }
}
