using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Framework.Components.Data.Cohorts;

/// <summary>A rule by which rows are left out: those whose cell is one of some words, empty, or a number outside a range.</summary>
public sealed record Exclusion : IValidatableObject
{
    /// <summary>The column.</summary>
    [MinLength(1)]
    public required string Column { get; init; }

    /// <summary>Leaves out rows whose cell is one of these words.</summary>
    public IReadOnlyList<string> Is { get; init; } = [];

    /// <summary>Leaves out rows whose cell is none of these words.</summary>
    public IReadOnlyList<string> IsNot { get; init; } = [];

    /// <summary>Leaves out rows whose cell is empty.</summary>
    public bool Empty { get; init; }

    /// <summary>Leaves out rows whose number is below this.</summary>
    public double? Below { get; init; }

    /// <summary>Leaves out rows whose number is above this.</summary>
    public double? Above { get; init; }

    /// <summary>What the flow of the cohort says, such as <c>indeterminate myelogram</c>; the rule itself where not given.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Is.Count == 0 && IsNot.Count == 0 && !Empty && Below is null && Above is null)
            yield return new ValidationResult($"the rule for '{Column}' leaves nothing out. Give it 'is', 'is_not', 'empty: true', 'below' or 'above'.");
    }

    /// <summary>Whether a row with that cell is left out.</summary>
    internal bool Applies(string cell) =>
        (Empty && cell.Length == 0) || Is.Contains(cell) || (IsNot.Count > 0 && !IsNot.Contains(cell)) || IsOutside(cell);

    /// <summary>Whether the cell holds something that cannot be compared with the range.</summary>
    internal bool IsUndecided(string cell) => (Below ?? Above) is not null && cell.Length > 0 && !Applies(cell) && NumberOf(cell) is null;

    /// <summary>The rule in words.</summary>
    internal string Words => Reason ?? $"{Column} {string.Join(" or ", Parts())}";

    private bool IsOutside(string cell) => NumberOf(cell) is { } number && (number < Below || number > Above);

    private static double? NumberOf(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number : null;

    private IEnumerable<string> Parts()
    {
        if (Is.Count > 0)
            yield return $"is {string.Join(", ", Is)}";
        if (IsNot.Count > 0)
            yield return $"is not {string.Join(", ", IsNot)}";
        if (Empty)
            yield return "is empty";
        if (Below is { } low)
            yield return string.Create(CultureInfo.InvariantCulture, $"is below {low}");
        if (Above is { } high)
            yield return string.Create(CultureInfo.InvariantCulture, $"is above {high}");
    }
}
