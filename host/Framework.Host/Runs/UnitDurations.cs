using Framework.Host.Planning;

namespace Framework.Host.Runs;

/// <summary>How long units took in the finished runs of an experiment, to tell how long others like them will.</summary>
internal sealed class UnitDurations
{
    private readonly ILookup<(string Stage, string? Control, bool IsHeldOut), TimeSpan> _known;

    /// <summary>Looks at every unit that was done in one go.</summary>
    public UnitDurations(IEnumerable<RunFolder> runs) => _known = (
        from run in runs
        from unit in run.Units
        where unit.Status is { State: UnitState.Finished, Starts: 1, From: null, Ended: not null }
        let time = unit.Status!.Ended!.Value - unit.Status.Started
        where time >= TimeSpan.Zero // the clock may have been put back meanwhile
        select (Kind: KindOf(unit.Unit.Id), Time: time)).ToLookup(unit => unit.Kind, unit => unit.Time);

    /// <summary>The median of units of the same stage and control; null where there are none.</summary>
    public TimeSpan? Estimate(UnitId unit)
    {
        TimeSpan[] known = [.. _known[KindOf(unit)].Order()];
        return known.Length == 0 ? null : known[known.Length / 2];
    }

    private static (string, string?, bool) KindOf(UnitId unit) => (unit.Stage, unit.Control, unit.HeldOut is not null);
}
