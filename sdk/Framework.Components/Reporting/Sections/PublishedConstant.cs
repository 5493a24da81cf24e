using System.Globalization;
using Framework.Components.Controls;

namespace Framework.Components.Reporting.Sections;

/// <summary>Whether published figures are worse than a constant by the publication's own counts: a table of them then says nothing of the models.</summary>
internal static class PublishedConstant
{
    /// <summary>The control that predicts the share of positives whatever the image shows.</summary>
    private const string Control = "prevalence";

    /// <summary>The constant's published figure of the same metric and label; null where none is given.</summary>
    public static PublishedScore? Beside(ReportInput input, PublishedScore paper) => ConstantComparison.IsFair(paper.Metric)
        ? input.Published.FirstOrDefault(other => other.Control == Control && other.Metric == paper.Metric && other.Label == paper.Label)
        : null;

    /// <summary>Whether that constant does better.</summary>
    public static bool IsWorse(ReportInput input, PublishedScore paper) =>
        paper.Control is null && Beside(input, paper) is { } constant && (HigherIsBetter(input, paper) ? paper.Value < constant.Value : paper.Value > constant.Value);

    /// <summary>A sentence for each metric of which published figures are worse.</summary>
    public static IEnumerable<string> Warnings(ReportInput input)
    {
        foreach (var metric in input.Published.Where(paper => paper.Control is null).GroupBy(paper => (paper.Metric, paper.Label)))
        {
            var worse = metric.Where(paper => IsWorse(input, paper)).ToList();
            if (worse.Count == 0)
                continue;
            var (constant, best) = (Beside(input, worse[0])!, HigherIsBetter(input, worse[0]) ? worse.MaxBy(paper => paper.Value)! : worse.MinBy(paper => paper.Value)!);
            yield return string.Create(CultureInfo.InvariantCulture, $"{worse.Count} of {metric.Count()} published figures of {metric.Key.Metric} are worse than a constant: predicting each label's prevalence, whatever the image shows, scores ")
                + $"{FigureText.Number(constant.Value)}{(constant.Source.Length > 0 ? $" ({constant.Source})" : "")}, and the best of them is {FigureText.Number(best.Value)}{(best.Source.Length > 0 ? $" ({best.Source})" : "")}. "
                + "Such predictions were misaligned with their cases, miscalibrated or overfitted; their order says nothing of the models.";
        }
    }

    private static bool HigherIsBetter(ReportInput input, PublishedScore paper) => input.Scores.FirstOrDefault(score => score.Metric.Name == paper.Metric)?.Metric.HigherIsBetter ?? true;
}
