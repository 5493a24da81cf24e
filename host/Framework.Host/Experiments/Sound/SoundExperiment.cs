namespace Framework.Host.Experiments.Sound;

/// <summary>The parts of a faulty experiment that are as they should be.</summary>
/// <param name="Experiment">With stand-ins for the others. It can be looked at, and never run.</param>
/// <param name="Further">What is found only where the faults are out of the way.</param>
internal sealed record SoundExperiment(Experiment Experiment, IReadOnlyList<Problem> Further);
