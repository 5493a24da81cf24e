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

    /// <summary>
    /// The classes of a question with more than two answers, as the words of the column, from least to most where they are ordered. The label <c>canal</c> then becomes
    /// one label for each class, <c>canal.none</c>, <c>canal.mild</c>..., of which exactly one is 1 in each case. At least two; not together with <c>values</c> and <c>otherwise</c>.
    /// </summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Whether <c>classes</c> are grades, so that a miss by one is less than a miss by two. Default: false.</summary>
    public bool Ordered { get; init; }

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

    /// <summary>What is wrong with the options by themselves; null where nothing is.</summary>
    internal string? Fault =>
        Classes.Count == 0 ? (Ordered ? "'ordered' belongs to 'classes', and there are none. Give the classes from least to most, or leave 'ordered' out." : null)
        : Classes.Count == 1 ? "one class is no question. Give 'classes' at least two."
        : Values.Count > 0 || Otherwise is not null ? "'classes' are the words of the column themselves. Leave 'values' and 'otherwise' out."
        : Classes.GroupBy(word => word).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"the class '{twice.Key}' stands in 'classes' twice. Leave one out."
        : Classes.FirstOrDefault(Missing.Contains) is { } both ? $"'{both}' is a class and a word for a missing label. Take it out of 'classes', or give 'missing'."
        : null;

    /// <summary>The labels that the column gives, under the name of the whole.</summary>
    internal IEnumerable<string> LabelsOf(string name) => Classes.Count == 0 ? [name] : Classes.Select(word => $"{name}.{word}");

    /// <summary>The numbers that a cell stands for, one for each of <see cref="LabelsOf"/>, NaN where it is missing; null where it stands for nothing.</summary>
    internal double[]? Read(string cell) => Classes.Count == 0 ? ReadNumber(cell) is { } number ? [number] : null : ReadClass(cell);

    private double[]? ReadClass(string cell) =>
        Classes.Contains(cell) ? [.. Classes.Select(word => word == cell ? 1.0 : 0)] : Missing.Contains(cell) ? [.. Classes.Select(_ => double.NaN)] : null;

    private double? ReadNumber(string cell)
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
    internal string Expected =>
        Classes.Count > 0 ? Quoted(Classes) : Values.Count == 0 ? "a number" : Quoted(Values.Keys);

    /// <summary>Where else a word may be allowed.</summary>
    internal string Remedy => Classes.Count > 0 ? "add the word to 'classes' or 'missing'" : "add the word to 'values' or 'missing'";

    private static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"'{word}'"));
}
