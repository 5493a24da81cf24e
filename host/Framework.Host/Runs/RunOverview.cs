using System.Globalization;
using Framework.Host.Planning;

namespace Framework.Host.Runs;

/// <summary>Where a run stands, from its folder alone.</summary>
/// <param name="Run">The folder.</param>
/// <param name="State">finished, failed, interrupted, working, or killed: begun, and nobody works on it.</param>
/// <param name="Done">Finished units.</param>
/// <param name="Units">Units in all.</param>
/// <param name="Started">When it was last started, UTC; null where it was not.</param>
/// <param name="Owner">The process that works on it; null for none.</param>
/// <param name="AtWork">Units at work, with the last sign of life of each.</param>
internal sealed record RunOverview(string Run, string State, int Done, int Units, DateTimeOffset? Started, string? Owner, IReadOnlyList<(string Unit, UnitStatus Status)> AtWork)
{
    /// <summary>Looks at a run.</summary>
    public static RunOverview Of(RunFolder run)
    {
        var statuses = run.Units.Select(unit => (unit.Unit, unit.Status)).ToList();
        var owner = RunLock.OwnerOf(run.Path);
        var atWork = statuses.Where(unit => unit.Status?.State == UnitState.Running && IsOwned(run, unit.Unit, owner)).Select(unit => (unit.Unit.Name, unit.Status!)).ToList();
        var start = run.Provenance?.Starts is [.., var last] ? last : null;
        return new RunOverview(
            run.Path, StateOf(run, start, owner is not null || atWork.Count > 0), statuses.Count(unit => unit.Status?.State == UnitState.Finished),
            statuses.Count, start?.Started, owner, atWork);
    }

    /// <summary>What a unit is doing, with how long ago it last got on.</summary>
    public static string Words((string Unit, UnitStatus Status) unit, DateTimeOffset now)
    {
        if (unit.Status.Pulse is not { } pulse)
            return $"{unit.Unit}: begun";
        var silent = now - pulse.At;
        return string.Create(CultureInfo.InvariantCulture, $"{unit.Unit}: {pulse.Words}{(silent > TimeSpan.FromMinutes(1) ? $", silent for {silent.TotalMinutes:0} min" : "")}");
    }

    /// <summary>A unit is done by the owner of the run, or by a process of its own.</summary>
    private static bool IsOwned(RunFolder run, PlannedUnit unit, string? owner)
    {
        var own = Path.Combine(run.LocksFolder, unit.Name);
        return Directory.Exists(own) ? RunLock.OwnerOf(own) is not null : owner is not null;
    }

    private static string StateOf(RunFolder run, RunStart? start, bool isAtWork) => start switch
    {
        _ when isAtWork => "working",
        null => "waiting",
        { Outcome: UnitState.Running } => run.IsFinished ? "finished" : "killed",
        _ => start.Outcome.ToString().ToLowerInvariant(),
    };
}
