namespace Framework.Plugins.Sih.Reports;

/// <summary>What a person should do with a report.</summary>
/// <param name="Flag"><c>likely-normal</c> or <c>needs-reading</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">The sentence that decided; empty where none did.</param>
public sealed record ReportFlag(string Flag, string Reason, string Evidence)
{
    /// <summary>The flag of a report that a person should find normal.</summary>
    internal const string LikelyNormal = "likely-normal";

    /// <summary>Nothing abnormal, and a sentence that says so.</summary>
    internal static ReportFlag Normal(string evidence) => new(LikelyNormal, "nothing abnormal is asserted", evidence);

    /// <summary>A person must read it.</summary>
    internal static ReportFlag Reading(string reason, string evidence) => new("needs-reading", reason, evidence);
}
