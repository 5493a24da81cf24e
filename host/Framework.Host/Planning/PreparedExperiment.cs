using Framework.Host.Engines;
using Framework.Host.Experiments;

namespace Framework.Host.Planning;

/// <summary>One variant of an experiment with its data.</summary>
/// <param name="Experiment">What to do.</param>
/// <param name="Data">On which cases.</param>
internal sealed record PreparedExperiment(Experiment Experiment, PreparedData Data);
