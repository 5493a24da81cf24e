using FellowOakDicom;

namespace Framework.Host.Privacy.Scan;

/// <summary>The text elements of DICOM files, sequences included.</summary>
internal static class DicomText
{
    private const int LargeElement = 1 << 16;
    private const int Mark = 128;

    private static readonly HashSet<DicomVR> Texts =
        [DicomVR.PN, DicomVR.DA, DicomVR.DT, DicomVR.LO, DicomVR.SH, DicomVR.ST, DicomVR.LT, DicomVR.UT, DicomVR.UI, DicomVR.AE];

    /// <summary>Elements that say who somebody is, whatever stands in them.</summary>
    private static readonly Dictionary<DicomTag, string> Personal = new()
    {
        [DicomTag.PatientName] = "a patient's name", [DicomTag.PatientID] = "a patient's identifier", [DicomTag.PatientBirthDate] = "a date of birth",
        [DicomTag.OtherPatientIDsRETIRED] = "a patient's identifier", [DicomTag.PatientAddress] = "an address", [DicomTag.AccessionNumber] = "an accession number",
        [DicomTag.ReferringPhysicianName] = "a physician's name", [DicomTag.InstitutionName] = "an institution", [DicomTag.InstitutionAddress] = "an address",
        [DicomTag.StudyDate] = "a date", [DicomTag.SeriesDate] = "a date", [DicomTag.AcquisitionDate] = "a date", [DicomTag.ContentDate] = "a date",
        [DicomTag.StudyInstanceUID] = "a unique identifier", [DicomTag.SeriesInstanceUID] = "a unique identifier", [DicomTag.SOPInstanceUID] = "a unique identifier",
        [DicomTag.StudyID] = "a study's identifier", [DicomTag.OperatorsName] = "an operator's name", [DicomTag.PatientTelephoneNumbers] = "a telephone number",
        [DicomTag.PerformingPhysicianName] = "a physician's name", [DicomTag.StationName] = "a station", [DicomTag.DeviceSerialNumber] = "a device's number",
    };

    public static bool IsDicom(ReadOnlySpan<byte> file) => file.Length > Mark + 4 && file.Slice(Mark, 4).SequenceEqual("DICM"u8);

    /// <summary>Every text with its tag; nothing where the file cannot be read.</summary>
    /// <returns>The tag, its value, and what the tag says that it is.</returns>
    public static IReadOnlyList<(string Tag, string Text, string? Personal)> Of(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file);
            return [.. Of(DicomFile.Open(stream, FileReadOption.ReadAll, LargeElement).Dataset)];
        }
        catch (Exception e) when (e is DicomException or IOException or ArgumentException or NotSupportedException)
        {
            return [];
        }
    }

    private static IEnumerable<(string Tag, string Text, string? Personal)> Of(DicomDataset dataset)
    {
        foreach (var item in dataset)
        {
            if (item is DicomSequence sequence)
            {
                foreach (var inner in sequence.Items.SelectMany(Of))
                    yield return inner;
            }
            else if (Texts.Contains(item.ValueRepresentation) && dataset.TryGetString(item.Tag, out var text) && text.Trim() is { Length: > 0 } value)
            {
                yield return ($"{item.Tag} {item.Tag.DictionaryEntry.Keyword}", value, Personal.GetValueOrDefault(item.Tag));
            }
        }
    }
}
