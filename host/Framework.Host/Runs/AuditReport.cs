using Framework.Components.Audit;

namespace Framework.Host.Runs;

/// <summary>What the audit of a run's data looked at and found; the content of <c>audit.json</c>.</summary>
/// <param name="Cases">How many cases, those behind a lock as well.</param>
/// <param name="Images">How many images were compared.</param>
/// <param name="NotDone">What was not looked at, and why: one sentence each.</param>
/// <param name="Findings">Leaks first.</param>
internal sealed record AuditReport(int Cases, int Images, IReadOnlyList<string> NotDone, IReadOnlyList<AuditFinding> Findings);
