namespace Framework.Components.Audit;

/// <summary>Looks for whatever would make figures too good: the same patient, examination or image in two parts, and labels that contradict each other.</summary>
public static class DataAudit
{
    private static readonly IAuditCheck[] Checks =
    [
        new SharedIdentityCheck("subject", "subjects", item => item.Subject,
            "They are known to the model that is scored on them. Split by subject."),
        new SharedIdentityCheck("study", "studies", item => item.Study,
            "One examination goes by several subjects, or its cases were parted. Give its cases one subject."),
        new SharedIdentityCheck("series", "series", item => item.Series,
            "Neighbouring slices are nearly one image, and stand on both sides. Split by subject."),
        new SharedIdentityCheck("accession", "accession numbers", item => item.Accession,
            "One examination goes by several subjects, or its cases were parted. Give its cases one subject."),
        new SharedIdentityCheck("instance", "SOP instances", item => item.Instance,
            "They are one image under several names. Keep one of each, or give them one subject."),
        new PixelCopyCheck(),
        new NearDuplicateCheck(),
        new LabelConflictCheck(),
        new LabelRuleCheck(),
        new PretrainingCheck(),
    ];

    /// <summary>Everything that is found, leaks first.</summary>
    /// <param name="input">The cases, how they are divided, and what is known of their images.</param>
    public static IReadOnlyList<AuditFinding> Look(AuditInput input) =>
        [.. Checks.SelectMany(check => check.Look(input)).OrderByDescending(finding => finding.Severity)];
}
