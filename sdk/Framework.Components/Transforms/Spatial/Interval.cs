using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Framework.Components.Transforms.Spatial;

/// <summary>A number, or two with two dots between them, from which one is drawn evenly: <c>0.2</c>, <c>-0.1..0.1</c>.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
public sealed record Interval(double Low, double High) : IParsable<Interval>
{
    /// <summary>Whether there is something to draw.</summary>
    public bool IsRandom => Low != High;

    /// <summary>The interval of a text such as <c>0.2</c> or <c>-0.1..0.1</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Interval Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' is neither a number nor two with dots between, such as -0.1..0.1, the lower one first.");

    /// <inheritdoc cref="Parse" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Interval result)
    {
        result = null;
        var parts = s?.Split("..") ?? [];
        if (parts.Length is not (1 or 2) || !IsNumber(parts[0], out var low) || !IsNumber(parts[^1], out var high) || low > high)
            return false;
        result = new Interval(low, high);
        return true;
    }

    /// <summary>One of its numbers; a stream's draw is spent either way.</summary>
    /// <param name="random">Where it is drawn from.</param>
    public double Draw(RandomStream random) => random.Uniform(Low, High);

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
