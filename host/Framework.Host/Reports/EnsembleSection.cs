using System.Globalization;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;

namespace Framework.Host.Reports;

/// <summary>How folds and repeats are joined, where a stage says so: each member's weight, and what was fitted of each group.</summary>
internal sealed class EnsembleSection : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var own = run.Folder.Ensembles.Where(ensemble => ensemble.Control is null).ToList();
        if (own.Count == 0)
            yield break;
        var rows =
            from ensemble in own
            from members in ensemble.Groups
            from member in members.Units.Zip(members.Weights)
            select (IReadOnlyList<TableCell>)
            [
                member.First,
                Number(member.Second),
                string.Join("; ", members.Figures.Where(question => question.Figures.Count > 0).Select(question => $"{question.Name}: {string.Join(", ", question.Figures.Select(Number))}")),
                string.Join("; ", members.Thresholds.SelectMany(level => level.Labels.Select(label => $"{label.Key}, {level.At}: {Number(label.Value)}"))),
            ];
        yield return new ReportSection(ReportPlace.Decisions, "How folds and repeats are joined",
        [
            new TextBlock("Fitted on validation parts alone, which the members were not trained on. Members of one group share theirs, and what was fitted of it."),
            new TableBlock([new("member"), new("weight", true), new("fitted"), new("thresholds")], [.. rows]),
        ]);
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
