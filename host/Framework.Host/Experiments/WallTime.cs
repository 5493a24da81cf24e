using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Framework.Host.Experiments;

/// <summary>A length of time, written with a unit: <c>90 min</c>, <c>12 h</c>, <c>2 d</c>.</summary>
/// <param name="Minutes">At least 1.</param>
internal readonly record struct WallTime(int Minutes) : IParsable<WallTime>
{
    private static readonly (string Unit, int Minutes)[] Units = [("d", 1440), ("h", 60), ("min", 1)];

    /// <summary>Reads a number and a unit.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static WallTime Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' is no length of time. Give a whole number and a unit, such as 90 min, 12 h or 2 d.");

    /// <inheritdoc cref="Parse" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out WallTime result)
    {
        result = default;
        var text = s.AsSpan().Trim();
        foreach (var (unit, minutes) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal) || !int.TryParse(text[..^unit.Length].TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                continue;
            if (count < 1 || count > int.MaxValue / minutes)
                return false;
            result = new WallTime(count * minutes);
            return true;
        }

        return false;
    }

    /// <summary>With the largest unit of which it is a whole number: <c>2 d</c>.</summary>
    public override string ToString()
    {
        var whole = Minutes;
        var (unit, minutes) = Units.First(each => whole % each.Minutes == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / minutes} {unit}");
    }
}
