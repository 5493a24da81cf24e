using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Schedules;

/// <summary>Options of <c>warm-up</c>.</summary>
public sealed record WarmUpOptions
{
    /// <summary>Steps until the full learning rate, at least 1.</summary>
    [Range(1, 100_000_000)]
    public required int Steps { get; init; }

    /// <summary>The schedule that is warmed up; it counts from the first step too. Default: constant.</summary>
    public ISchedule? Then { get; init; }
}
