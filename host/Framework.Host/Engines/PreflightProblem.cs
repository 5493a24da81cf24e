using Framework.Host.Experiments.Documents;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Something that would stop a run.</summary>
/// <param name="Failure">What it would stop with.</param>
/// <param name="Place">Where the experiment says what is wrong; null where it says nothing of it, or the message has a place of its own among the data.</param>
internal sealed record PreflightProblem(FrameworkException Failure, Origin? Place)
{
    /// <inheritdoc />
    public override string ToString() => Place is null ? Failure.Message : Place.Problem(Failure.Message).ToString();
}
