using System.Globalization;

namespace Framework.Components.Data.Cohorts;

/// <summary>The value of a label: a number, or <c>missing</c>.</summary>
/// <param name="number">NaN where it is missing.</param>
public readonly struct LabelValue(double number) : IParsable<LabelValue>
{
    private const string MissingWord = "missing";

    /// <summary>NaN where it is missing.</summary>
    public double Number { get; } = number;

    /// <summary>Whether there is no value.</summary>
    public bool IsMissing => double.IsNaN(Number);

    /// <summary>Reads a number or <c>missing</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static LabelValue Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var value) ? value : throw new FormatException($"'{s}' is neither a number nor '{MissingWord}'.");

    /// <inheritdoc />
    public static bool TryParse(string? s, IFormatProvider? provider, out LabelValue result)
    {
        var known = double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        result = new LabelValue(known ? number : double.NaN);
        return known || s == MissingWord;
    }

    /// <inheritdoc />
    public override string ToString() => IsMissing ? MissingWord : Number.ToString("R", CultureInfo.InvariantCulture);
}
