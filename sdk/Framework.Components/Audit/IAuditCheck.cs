namespace Framework.Components.Audit;

/// <summary>Looks for one kind of thing.</summary>
internal interface IAuditCheck
{
    IEnumerable<AuditFinding> Look(AuditInput input);
}
