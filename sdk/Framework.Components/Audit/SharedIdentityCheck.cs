using System.Globalization;

namespace Framework.Components.Audit;

/// <summary>Cases in two parts that say that they are of one patient, examination, series or file.</summary>
/// <param name="kind">What they share.</param>
/// <param name="plural">Several of those.</param>
/// <param name="identity">It; empty where a case has none.</param>
/// <param name="remedy">What it means, and what to do.</param>
internal sealed class SharedIdentityCheck(string kind, string plural, Func<Case, string> identity, string remedy) : IAuditCheck
{
    public IEnumerable<AuditFinding> Look(AuditInput input)
    {
        var cases = input.Index.Cases;
        int[][] groups = [.. Enumerable.Range(0, cases.Count).Where(at => identity(cases[at]).Length > 0)
            .GroupBy(at => identity(cases[at]), StringComparer.Ordinal).Select(group => group.ToArray()).Where(group => group.Length > 1)];
        return PartPairs.Findings(kind, AuditSeverity.Leak, groups, input, (count, parts) =>
            string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? Singular : plural)} {(count == 1 ? "has" : "have")} cases in {parts}. {remedy}"));
    }

    private string Singular => kind switch { "accession" => "accession number", "instance" => "SOP instance", _ => kind };
}
