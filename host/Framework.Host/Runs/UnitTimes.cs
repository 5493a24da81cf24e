using System.Globalization;
using Framework.Host.Engines;

namespace Framework.Host.Runs;

/// <summary>How long the units of a plan will take, in words.</summary>
internal static class UnitTimes
{
    /// <summary>All that is left to do.</summary>
    public static string Words(IReadOnlyList<UnitForecast> units)
    {
        var left = units.Where(unit => unit.Done is null).ToList();
        var unknown = left.Count(unit => unit.Estimate is null);
        var time = unknown == left.Count ? "no run of this experiment says how long they take" : $"about {Words(left.Aggregate(TimeSpan.Zero, (sum, unit) => sum + (unit.Estimate ?? TimeSpan.Zero)))}{(unknown > 0 ? $", and {unknown} of which nothing is known" : "")}";
        return left.Count == 0 ? $"{Counted.Units(units.Count)}, all done" : $"{Counted.Units(units.Count)}, {left.Count} to do: {time}";
    }

    /// <summary>A time in the unit that people would say it in.</summary>
    public static string Words(TimeSpan time) => time.TotalMinutes >= 90
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.#} h")
        : time.TotalSeconds >= 90 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min") : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s");
}
