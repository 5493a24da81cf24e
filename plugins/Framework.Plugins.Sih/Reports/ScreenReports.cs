using Framework.Components.Reports;
using Framework.Sdk;

namespace Framework.Plugins.Sih.Reports;

/// <summary>Flags radiology reports that are likely normal, for a person to review.</summary>
/// <remarks>
/// The result has the columns <c>flag</c> (<c>likely-normal</c> or <c>needs-reading</c>), <c>reason</c>, <c>evidence</c> (the sentence), and two empty
/// ones: <c>reviewed</c> and <c>group</c>. A flag is no label: a cohort that reads <c>group</c> finds it missing until somebody has filled it in, or
/// <see cref="ScreenReportsOptions.Label"/> says that the filter's word is enough.
/// </remarks>
public sealed class ScreenReports : ITableTool
{
    private readonly ScreenReportsOptions _options;
    private readonly Assertions _assertions;
    private readonly TermPattern[] _abnormal;
    private readonly TermPattern[] _normal;

    /// <summary>Prepares the lists.</summary>
    public ScreenReports(ScreenReportsOptions options)
    {
        _options = options;
        _assertions = new Assertions(options.Assertions);
        _abnormal = [.. options.Abnormal.Select(term => new TermPattern(term))];
        _normal = [.. options.Normal.Select(term => new TermPattern(term))];
    }

    /// <inheritdoc />
    public IReadOnlyList<IndexTable> Make(IndexTable table)
    {
        var text = table.Find(_options.Text);
        int[] kept = [.. _options.Keep.Select(table.Find)];
        var rows = table.Rows.Select(row =>
        {
            var finding = Screen(row[text]);
            return (IReadOnlyList<string>)[.. kept.Select(at => row[at]), finding.Flag, finding.Reason, finding.Evidence, "", finding.Flag == ReportFlag.LikelyNormal ? _options.Label ?? "" : ""];
        });
        return [new IndexTable("screened", [.. _options.Keep, "flag", "reason", "evidence", "reviewed", "group"], [.. rows])];
    }

    /// <summary>Flags one report.</summary>
    /// <param name="report">Its text.</param>
    public ReportFlag Screen(string report)
    {
        var sentences = ReportSection.Read(report, _options.Headings, _options.Read, _options.Skip).SelectMany(section => Sentences.Of(section.Text)).ToList();
        if (sentences.Count == 0)
            return ReportFlag.Reading("nothing to read", "");
        foreach (var sentence in sentences)
        {
            foreach (var term in _abnormal)
            {
                var said = term.In(sentence).Select(place => _assertions.Of(sentence, place.Start, place.Length)).DefaultIfEmpty(Assertion.Absent).Min();
                if (said != Assertion.Absent)
                    return ReportFlag.Reading($"{term.Term} {(said == Assertion.Present ? "is named" : "is possible")}", sentence);
            }
        }

        return sentences.FirstOrDefault(sentence => _normal.Any(term => term.IsIn(sentence))) is { } normal
            ? ReportFlag.Normal(normal)
            : ReportFlag.Reading("nothing says that it is normal", "");
    }
}
