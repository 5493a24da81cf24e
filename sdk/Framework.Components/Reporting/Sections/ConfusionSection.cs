using Framework.Components.Evaluation.Decisions;
using Framework.Components.Reporting.Blocks;
using Framework.Sdk;

namespace Framework.Components.Reporting.Sections;

/// <summary>What was called what: confusion matrices of the run on the split that is reported.</summary>
internal static class ConfusionSection
{
    public static IEnumerable<ReportSection> Of(ReportInput input)
    {
        foreach (var stage in input.Predictions.Where(set => set.Control is null).GroupBy(set => set.Stage))
        {
            var set = stage.FirstOrDefault(set => set.Split == "test") ?? stage.First();
            var matrices = ConfusionMatrix.Of(set.Predictions).Where(matrix => matrix.Calls.Total > 0).ToList();
            if (matrices.Count > 0)
                yield return new ReportSection(ReportPlace.Decisions, $"Confusion matrices, {stage.Key}, {set.Split}",
                    [new TextBlock(Rule(set.Predictions)), .. matrices.Select(Table)]);
        }
    }

    private static string Rule(Predictions table) =>
        (table.Thresholds.Count > 0 ? "A label counts as present from the threshold on that was fixed on the validation part." : "A label counts as present from an output of 0.5 on: no threshold was fixed.")
        + (table.Groups.Count > 0 ? " Of the classes of one question the one with the highest output is called." : "")
        + " Rows are the truth; shares are of a row.";

    private static TableBlock Table(ConfusionMatrix matrix) => new(
        [new("truth"), .. matrix.Classes.Select(name => new TableColumn($"called {name}", IsNumber: true))],
        [.. matrix.Classes.Select((name, truth) => Row(matrix.Calls, name, truth))])
    {
        Caption = matrix.Question,
    };

    private static IReadOnlyList<TableCell> Row(ClassTable calls, string name, int truth)
    {
        var all = calls.Truths[truth];
        return
        [
            name,
            .. Enumerable.Range(0, calls.Classes).Select(called => new TableCell(
                FigureText.Count(calls[truth, called]),
                called == truth ? Tone.Strong : Tone.Plain,
                all > 0 ? FormattableString.Invariant($"{100 * calls[truth, called] / all:F0} %") : "")),
        ];
    }
}
