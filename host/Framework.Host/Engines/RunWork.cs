using Framework.Host.Experiments;
using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>A run about to be executed.</summary>
/// <param name="Folder">Its folder, locked by this process.</param>
/// <param name="Experiment">What to do.</param>
/// <param name="Data">On which cases.</param>
/// <param name="Settings">How.</param>
internal sealed record RunWork(RunFolder Folder, Experiment Experiment, PreparedData Data, RunSettings Settings);
