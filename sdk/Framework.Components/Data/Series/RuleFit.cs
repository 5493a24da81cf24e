using System.IO.Enumeration;

namespace Framework.Components.Data.Series;

/// <summary>Whether a series fits a rule.</summary>
internal static class RuleFit
{
    /// <summary>The first condition that the series does not meet, in words; null where it meets all.</summary>
    public static string? Misfit(SeriesRule rule, SeriesSummary series)
    {
        if (rule.Modality is { } modality && !modality.Equals(series.Modality, StringComparison.OrdinalIgnoreCase))
            return $"modality is '{series.Modality}', not '{modality}'";
        if (rule.Contrast is { } contrast && contrast != series.HasContrast)
            return contrast ? "no contrast agent is named" : "a contrast agent is named";
        if (rule.Plane is { } plane && plane != series.Plane)
            return $"slices are {Lower(series.Plane)}, not {Lower(plane)}";
        if (rule.Name.Count > 0 && !Fits(rule.Name, series.Description, series.Protocol))
            return $"its name fits none of {Quoted(rule.Name)}";
        if (rule.NotName.Count > 0 && Fits(rule.NotName, series.Description, series.Protocol))
            return $"its name fits {Quoted([rule.NotName.First(pattern => Fits([pattern], series.Description, series.Protocol))])}, which is excluded";
        if (rule.Sequence.Count > 0 && !Fits(rule.Sequence, [series.SequenceName, .. series.ScanningSequence.Split('\\')]))
            return $"its sequence fits none of {Quoted(rule.Sequence)}";
        return Thickness(rule, series.Thickness) ?? Slices(rule, series.Slices);
    }

    private static string? Thickness(SeriesRule rule, double thickness)
    {
        if (double.IsNaN(thickness) && (rule.MinimumThickness ?? rule.MaximumThickness) is not null)
            return "its slice thickness is not known";
        if (thickness < rule.MinimumThickness)
            return FormattableString.Invariant($"slices are {thickness} mm thick, less than {rule.MinimumThickness}");
        return thickness > rule.MaximumThickness ? FormattableString.Invariant($"slices are {thickness} mm thick, more than {rule.MaximumThickness}") : null;
    }

    private static string? Slices(SeriesRule rule, int slices)
    {
        if (slices < rule.MinimumSlices)
            return FormattableString.Invariant($"it has {slices} slices, less than {rule.MinimumSlices}");
        return slices > rule.MaximumSlices ? FormattableString.Invariant($"it has {slices} slices, more than {rule.MaximumSlices}") : null;
    }

    private static bool Fits(IReadOnlyList<string> patterns, params string[] texts) =>
        patterns.Any(pattern => texts.Any(text => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true)));

    private static string Quoted(IEnumerable<string> patterns) => string.Join(", ", patterns.Select(pattern => $"'{pattern}'"));

    private static string Lower(SeriesPlane plane) => plane.ToString().ToLowerInvariant();
}
