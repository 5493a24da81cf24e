using Framework.Components.Reporting.Blocks;
using Framework.Components.Reporting.Figures;

namespace Framework.Components.Reporting.Sections;

/// <summary>Where the cases come from, what was left out, and what each part is for.</summary>
internal static class CohortSection
{
    public static IEnumerable<ReportSection> Of(ReportInput input)
    {
        if (input.Parts.Count == 0)
            yield break;
        yield return new ReportSection(ReportPlace.Cohort, "Cohort",
        [
            new TextBlock($"No subject lies in two parts.{(input.Folds > 1 ? $" Shown is the first of {input.Folds} divisions; in each of the others other subjects are tested." : "")}"),
            new FigureBlock("cohort-flow", FlowDiagram.Svg(input.Flow, input.Parts)),
            Table(input.Parts),
            .. Sites(input.Parts),
        ]);
    }

    private static TableBlock Table(IReadOnlyList<PartSummary> parts) => new(
        [new("part"), new("subjects", IsNumber: true), new("cases", IsNumber: true), .. parts[0].Positives.Select(pair => new TableColumn(pair.Label, IsNumber: true))],
        [.. parts.Select(part => (IReadOnlyList<TableCell>)[part.Part, FigureText.Count(part.Subjects), FigureText.Count(part.Cases), .. part.Positives.Select(pair => (TableCell)FigureText.Count(pair.Count))])])
    {
        Caption = "Cases that are positive for each label.",
    };

    private static IEnumerable<ReportBlock> Sites(IReadOnlyList<PartSummary> parts)
    {
        var sites = parts.SelectMany(part => part.Sites).Select(pair => pair.Site).Distinct().Order(StringComparer.Ordinal).ToList();
        if (sites.Count < 2)
            yield break;
        yield return new TableBlock(
            [new("part"), .. sites.Select(site => new TableColumn(site.Length == 0 ? "unknown" : site, IsNumber: true))],
            [.. parts.Select(part => (IReadOnlyList<TableCell>)[part.Part, .. sites.Select(site => (TableCell)FigureText.Count(part.Sites.FirstOrDefault(pair => pair.Site == site).Subjects))])])
        {
            Caption = "Subjects of each site.",
        };
    }
}
