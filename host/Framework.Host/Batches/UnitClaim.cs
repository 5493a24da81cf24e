using Framework.Host.Runs;

namespace Framework.Host.Batches;

/// <summary>A unit that a batch does. Another experiment of the batch that has the same unit waits for it and takes its result.</summary>
/// <param name="Unit">Its folder.</param>
/// <param name="Run">Its run's folder.</param>
/// <param name="Finished">Whether it came to be finished.</param>
internal sealed record UnitClaim(UnitFolder Unit, string Run, Task<bool> Finished);
