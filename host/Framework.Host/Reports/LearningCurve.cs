using System.Globalization;
using Framework.Components.Controls;
using Framework.Components.Reporting.Figures;
using Framework.Host.Runs;

namespace Framework.Host.Reports;

/// <summary>The figures of the run and of its subsets against the number of training cases of a class.</summary>
internal static class LearningCurve
{
    private const string Prefix = "subset-";

    /// <summary>One plot for each stage that has subsets of several sizes: the first metric, over all labels or the first one, on the last part that is scored.</summary>
    public static IEnumerable<(string File, LinePlot Plot)> Of(ReportedRun run)
    {
        foreach (var stage in run.Rows.GroupBy(row => (row.Stage, row.Variant)))
        {
            var split = stage.Any(row => row.Split == "test") ? "test" : "validate";
            if (stage.FirstOrDefault(row => row.Split == split && row.Control is null) is not { } first)
                continue;
            var chosen = stage.FirstOrDefault(row => row.Split == split && row.Control is null && row.Name == first.Name && row.Label is null) ?? first;
            var points = stage.Where(row => row.Place == chosen.Place && row.Value is not null).Select(row => (Size: SizeOf(row), Value: row.Value!.Value))
                .Where(point => point.Size is not null).Select(point => (point.Size!.Value, point.Value)).OrderBy(point => point.Item1).ToArray();
            if (points.Length > 1)
                yield return ($"learning-curve.{Name(stage.Key)}", LearningCurvePlot.Of(Name(stage.Key), chosen.Label is null ? chosen.Name : $"{chosen.Name} of {chosen.Label}", points, chosen.Value ?? double.NaN));
        }
    }

    private static string Name((string Stage, string? Variant) unit) => unit.Variant is null ? unit.Stage : $"{unit.Stage}@{unit.Variant}";

    private static double? SizeOf(MetricRow row) =>
        row.Control?.StartsWith(Prefix, StringComparison.Ordinal) == true && double.TryParse(row.Control.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;
}
