using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Framework.Host.Experiments.Binding;

/// <summary>The annotations of options: whether a value fulfils them, and what they ask for in words.</summary>
internal static class Rules
{
    /// <summary>The rules that hold for each entry of a list or mapping.</summary>
    public static IReadOnlyList<ValidationAttribute> OfItems(IReadOnlyList<ValidationAttribute> rules) => [.. rules.Where(IsOfItem)];

    /// <summary>The rules that hold for a list or mapping as a whole.</summary>
    public static IReadOnlyList<ValidationAttribute> OfWhole(IReadOnlyList<ValidationAttribute> rules) => [.. rules.Where(rule => !IsOfItem(rule))];

    public static bool Accept(IReadOnlyList<ValidationAttribute> rules, object value) => rules.All(rule => Accepts(rule, value));

    /// <summary>How many entries or letters the rules allow.</summary>
    public static (int Least, int Most) Length(IReadOnlyList<ValidationAttribute> rules)
    {
        var (least, most) = (0, int.MaxValue);
        foreach (var rule in rules)
        {
            var (low, high) = rule switch
            {
                MinLengthAttribute min => (min.Length, int.MaxValue),
                MaxLengthAttribute max => (0, max.Length < 0 ? int.MaxValue : max.Length),
                LengthAttribute both => (both.MinimumLength, both.MaximumLength),
                StringLengthAttribute text => (text.MinimumLength, text.MaximumLength),
                _ => (0, int.MaxValue),
            };
            (least, most) = (Math.Max(least, low), Math.Min(most, high));
        }

        return (least, most);
    }

    /// <summary>What one rule asks for, to follow a noun, with its leading space.</summary>
    public static string Words(ValidationAttribute rule) => rule switch
    {
        RangeAttribute range => RangeWords(range),
        RegularExpressionAttribute form => $" of the form {form.Pattern}",
        DeniedValuesAttribute denied => $" other than {Expectation.OneOf(denied.Values.Select(value => $"'{value}'"))}",
        AllowedValuesAttribute allowed => $" among {Expectation.OneOf(allowed.Values.Select(value => $"'{value}'"), "and")}",
        { ErrorMessage: { Length: > 0 } message } => $" ({message.TrimEnd('.')})",
        _ => "",
    };

    /// <summary>The bounds of a range; null where one is open.</summary>
    public static (double? Least, double? Most) Bounds(RangeAttribute range)
    {
        var least = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);
        var most = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
        return (IsOpen(-least) ? null : least, IsOpen(most) ? null : most);
    }

    // Annotations have no other way to leave an end open than the end of a type.
    private static bool IsOpen(double end) =>
        end is int.MaxValue or 1.0 + int.MaxValue or long.MaxValue or float.MaxValue or double.MaxValue or double.PositiveInfinity;

    private static bool Accepts(ValidationAttribute rule, object value)
    {
        switch (rule)
        {
            // Its own check rounds a number to the type of its bounds.
            case RangeAttribute range:
                var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                var (least, most) = Bounds(range);
                return (least is not { } low || (range.MinimumIsExclusive ? number > low : number >= low))
                    && (most is not { } high || (range.MaximumIsExclusive ? number < high : number <= high));
            case MinLengthAttribute or MaxLengthAttribute or LengthAttribute or StringLengthAttribute:
                var count = value is string text ? text.Length : ((ICollection)value).Count;
                var (shortest, longest) = Length([rule]);
                return count >= shortest && count <= longest;
            default:
                return rule.IsValid(value);
        }
    }

    private static string RangeWords(RangeAttribute range)
    {
        var (least, most) = Bounds(range);
        var low = least is { } bottom ? $"{(range.MinimumIsExclusive ? "above" : "of at least")} {YamlText.Of(bottom)}" : "";
        var upTo = range.MaximumIsExclusive ? "below" : least is null ? "of at most" : "at most";
        var high = most is { } top ? $"{upTo} {YamlText.Of(top)}" : "";
        if (low.Length > 0 && high.Length > 0)
            return range.MinimumIsExclusive || range.MaximumIsExclusive
                ? $" {low} and {high}"
                : $" from {YamlText.Of(least)} to {YamlText.Of(most)}";
        return low.Length + high.Length == 0 ? "" : $" {low}{high}";
    }

    private static bool IsOfItem(ValidationAttribute rule) =>
        rule is RangeAttribute or RegularExpressionAttribute or AllowedValuesAttribute or DeniedValuesAttribute or StringLengthAttribute;
}
