using System.Globalization;
using Framework.Components.Audit;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;

namespace Framework.Host.Reports;

/// <summary>What the audit of the data found; leaks stand above the first figure as well.</summary>
internal sealed class AuditPart : IReportPart
{
    private const int ExamplesShown = 5;

    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        if (run.Folder.Audit is not { } audit)
            yield break;
        var leaks = audit.Findings.Where(finding => finding.Severity == AuditSeverity.Leak).ToList();
        if (leaks.Count > 0)
            yield return new ReportSection(ReportPlace.Headline, Title(run), [.. leaks.Select(leak => new WarningBlock(leak.Words))]);
        var looked = string.Create(CultureInfo.InvariantCulture, $"{audit.Cases:N0} cases were looked at for patients, examinations and files that lie in two parts, and {audit.Images:N0} images were compared.");
        yield return new ReportSection(ReportPlace.Audit, "Audit of the data", [new TextBlock(looked), .. Found(audit.Findings), .. audit.NotDone.Select(sentence => new TextBlock(sentence))]);
    }

    // A run in which other divisions leak does not get this far.
    private static string Title(ReportedRun run)
    {
        bool[] isUnsafe = [.. run.Experiment.AllVariants().Select(variant => variant.Split.Instance.IsUnsafe)];
        return isUnsafe.Contains(true) && isUnsafe.Contains(false) ? "The figures of the variants whose split leaks are too good" : "The figures below are too good";
    }

    private static IEnumerable<ReportBlock> Found(IReadOnlyList<AuditFinding> findings)
    {
        if (!findings.Any(finding => finding.Severity == AuditSeverity.Leak))
            yield return new VerdictBlock("leaks", true, "none was found.");
        foreach (var finding in findings)
        {
            var examples = string.Join("; ", finding.Cases.Take(ExamplesShown).Select(cases => string.Join(", ", cases.Take(ExamplesShown))));
            yield return finding.Severity == AuditSeverity.Note
                ? new TextBlock(finding.Words)
                : new VerdictBlock(finding.Kind, finding.Severity == AuditSeverity.Leak ? false : null, $"{finding.Words} Such as {examples}.");
        }
    }
}
