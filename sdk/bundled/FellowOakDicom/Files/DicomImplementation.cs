namespace FellowOakDicom;

/// <summary>Which program writes files; stands in their meta information.</summary>
public static class DicomImplementation
{
    // Under 2.25: an arbitrary UUID as a number (PS3.5 annex B.2).
    public static DicomUID ClassUID { get; set; } =
        new("2.25.198331227160402764113838541204618374011", "Implementation Class UID", DicomUidType.Unknown);

    public static string Version { get; set; } = "FRAMEWORK";
}
