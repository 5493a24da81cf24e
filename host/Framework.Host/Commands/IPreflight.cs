using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>Everything about a checked experiment that can be known without training.</summary>
internal interface IPreflight
{
    /// <summary>Looks at data, split, transforms, model and loss.</summary>
    PreflightReport Check(Experiment experiment, CancellationToken cancellation);
}

/// <summary>What a preflight saw.</summary>
/// <param name="Facts">What there is, in order: <c>cases</c>, <c>1200 of 60 subjects</c>.</param>
/// <param name="Failures">What would stop a run, all of it.</param>
internal sealed record PreflightReport(IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<FrameworkException> Failures);
