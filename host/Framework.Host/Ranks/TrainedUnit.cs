using Framework.Host.Runs;

namespace Framework.Host.Ranks;

/// <summary>A unit that several ranks train.</summary>
/// <param name="Run">The run.</param>
/// <param name="Unit">Its folder.</param>
/// <param name="Failing">Notes that it failed, given the message, where training does not come back.</param>
internal sealed record TrainedUnit(RunFolder Run, UnitFolder Unit, Action<string> Failing)
{
    /// <summary>Its name.</summary>
    public string Name => Unit.Unit.Name;

    /// <summary>Asks the trainer to stop.</summary>
    public CancellationTokenSource? Stop { get; init; }
}
