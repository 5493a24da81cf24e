using System.Globalization;

namespace Framework.Components.Data.Headers;

/// <summary>What a DICOM header says of how a case was acquired, by name: for shortcut probes and subgroups.</summary>
public static class AcquisitionFacts
{
    private const string DateForm = "yyyyMMdd";

    /// <summary>The day of an acquisition; null where the header has none.</summary>
    /// <param name="acquisition">Its header.</param>
    public static DateOnly? DayOf(DicomAcquisition acquisition) =>
        DateOnly.TryParseExact(acquisition.Date, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The facts that the header has: <c>scanner</c>, <c>manufacturer</c>, <c>kernel</c>, <c>matrix</c>, <c>bits_stored</c>, <c>thickness</c>,
    /// <c>slice_spacing</c> and <c>pixel_spacing</c> in millimetres, <c>padding</c>, <c>day</c>.</summary>
    /// <param name="acquisition">The header.</param>
    /// <param name="first">The first day of the cohort: days are counted from it, and no date is told. Null to leave the day out.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(DicomAcquisition acquisition, DateOnly? first)
    {
        (string Name, string Value)[] facts =
        [
            ("scanner", acquisition.Model),
            ("manufacturer", acquisition.Manufacturer),
            ("kernel", acquisition.Kernel),
            ("matrix", string.Create(CultureInfo.InvariantCulture, $"{acquisition.Rows}x{acquisition.Columns}")),
            ("bits_stored", acquisition.BitsStored.ToString(CultureInfo.InvariantCulture)),
            ("thickness", Millimetres(acquisition.Thickness)),
            ("slice_spacing", Millimetres(acquisition.SliceSpacing)),
            ("pixel_spacing", Millimetres(acquisition.RowSpacing)),
            ("padding", acquisition.Padding),
            ("day", first is { } start && DayOf(acquisition) is { } day ? (day.DayNumber - start.DayNumber).ToString(CultureInfo.InvariantCulture) : ""),
        ];
        return facts.Where(fact => fact.Value.Length > 0).Select(fact => KeyValuePair.Create(fact.Name, fact.Value));
    }

    private static string Millimetres(double value) => double.IsNaN(value) ? "" : value.ToString("F2", CultureInfo.InvariantCulture);
}
