using System.Globalization;

namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>A scan before it is made.</summary>
/// <param name="Number">From 0, one for each scan.</param>
/// <param name="Patient">From 0.</param>
/// <param name="Visit">0 for the patient's first scan, 1 for the second.</param>
/// <param name="Disease">What the patient has.</param>
/// <param name="Centre">Where.</param>
internal sealed record PlannedScan(int Number, int Patient, int Visit, Disease Disease, Centre Centre)
{
    public string Id => string.Create(CultureInfo.InvariantCulture, $"S{Number + 1:0000}");

    public string PatientId => string.Create(CultureInfo.InvariantCulture, $"P{Patient + 1:0000}");

    /// <summary>The disease as the cohort spells it.</summary>
    public string Class => ReaderCalls.Classes[(int)Disease];
}
