namespace Framework.Components.Audit;

/// <summary>One fold of one repeat: which part each case lies in.</summary>
/// <param name="Parts">In the order of the index's cases.</param>
public sealed record AuditDivision(IReadOnlyList<Part> Parts);
