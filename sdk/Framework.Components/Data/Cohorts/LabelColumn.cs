using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Framework.Components.Data.Cohorts;

/// <summary>Where the values of one label come from: a column of numbers, or a mapping.</summary>
public sealed record LabelColumn : IParsable<LabelColumn>
{
    /// <summary>The column.</summary>
    [MinLength(1)]
    public required string Column { get; init; }

    /// <summary>What each word of the column stands for: a number, or <c>missing</c>. Where none is given the column holds numbers.</summary>
    public IReadOnlyDictionary<string, LabelValue> Values { get; init; } = new Dictionary<string, LabelValue>();

    /// <summary>What every other word stands for; where not given such a word is a problem. With <c>values: { CAA: 1 }, otherwise: 0</c> a column
    /// of classes gives one label for each class.</summary>
    public LabelValue? Otherwise { get; init; }

    /// <summary>Words that stand for a missing label, besides those of <see cref="Values"/>; an empty cell does by default.</summary>
    public IReadOnlyList<string> Missing { get; init; } = ["", "NA", "N/A", "NaN", "nan"];

    /// <summary>A column's name.</summary>
    public static LabelColumn Parse(string s, IFormatProvider? provider) => new() { Column = s };

    /// <inheritdoc />
    public static bool TryParse(string? s, IFormatProvider? provider, out LabelColumn result)
    {
        result = new LabelColumn { Column = s ?? "" };
        return !string.IsNullOrEmpty(s);
    }

    /// <summary>The number that a cell stands for, NaN where it is missing; null where it stands for nothing.</summary>
    internal double? Read(string cell)
    {
        if (Values.TryGetValue(cell, out var value))
            return value.Number;
        if (Missing.Contains(cell))
            return double.NaN;
        if (Otherwise is { } other)
            return other.Number;
        return Values.Count == 0 && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>What a cell may hold, in words.</summary>
    internal string Expected => Values.Count == 0 ? "a number" : string.Join(", ", Values.Keys.Select(word => $"'{word}'"));
}
