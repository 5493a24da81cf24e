using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>The synthetic cohort that an experiment runs on, written before the run where it is not there yet.</summary>
/// <param name="Phantom">Writes it.</param>
/// <param name="Out">The folder, relative to the working directory.</param>
/// <param name="Cases">Number of cases, at least 1.</param>
/// <param name="Seed">Everything random in the cohort follows from it.</param>
internal sealed record PhantomSection(Bound<IPhantom> Phantom, string Out, int Cases, ulong Seed);
