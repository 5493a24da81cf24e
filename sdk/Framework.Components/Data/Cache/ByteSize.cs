using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Framework.Components.Data.Cache;

/// <summary>A number of bytes, written with a unit: <c>50 GB</c>, <c>512 MB</c>, <c>2 TB</c>; a kilobyte has 1,000 bytes.</summary>
/// <param name="Bytes">At least 0.</param>
public readonly record struct ByteSize(long Bytes) : IParsable<ByteSize>
{
    private static readonly (string Unit, long Bytes)[] Units = [("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000), ("B", 1)];

    /// <summary>Reads a number and a unit.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ByteSize Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' is no size. Give a number and a unit, such as 50 GB or 512 MB.");

    /// <inheritdoc cref="Parse" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ByteSize result)
    {
        result = default;
        var text = s.AsSpan().Trim();
        foreach (var (unit, bytes) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
                continue;
            if (!double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) || number * bytes > long.MaxValue)
                return false;
            result = new ByteSize((long)(number * bytes));
            return true;
        }

        return false;
    }

    /// <summary>With the largest unit of which there is one: <c>50 GB</c>.</summary>
    public override string ToString()
    {
        var size = Bytes;
        var (unit, bytes) = Units.FirstOrDefault(each => size >= each.Bytes, Units[^1]);
        return string.Create(CultureInfo.InvariantCulture, $"{(double)size / bytes:0.##} {unit}");
    }
}
