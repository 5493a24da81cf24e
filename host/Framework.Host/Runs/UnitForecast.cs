using Framework.Host.Planning;

namespace Framework.Host.Runs;

/// <summary>What a run would do about one unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Done">Where its result is already: a run folder, or the name of an earlier unit of the plan that is the same; null where it is to be done.</param>
/// <param name="Estimate">How long it will take; null where it is done, or nobody knows.</param>
internal sealed record UnitForecast(PlannedUnit Unit, string? Done, TimeSpan? Estimate)
{
    /// <summary>The forecast of every unit of a plan.</summary>
    /// <param name="plan">The units.</param>
    /// <param name="store">Has the runs that were made before.</param>
    /// <param name="guess">How long a unit may take of whose kind none was done; null where nobody can say.</param>
    public static IReadOnlyList<UnitForecast> Of(Plan plan, RunStore store, Func<UnitId, TimeSpan?>? guess = null)
    {
        var durations = new UnitDurations(store.RunsOf(plan.Experiment));
        return [.. plan.Units.Select(unit => (store.FindFinished(unit.Key)?.Run.Path ?? unit.SameAs) is { } done
            ? new UnitForecast(unit, done, null)
            : new UnitForecast(unit, null, durations.Estimate(unit.Id) ?? guess?.Invoke(unit.Id)))];
    }
}
