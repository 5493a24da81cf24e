using System.Globalization;

namespace FellowOakDicom;

/// <summary>A span of time; an open end is the earliest or latest date there is.</summary>
public class DicomDateRange : DicomRange<DateTime>
{
    public DicomDateRange()
        : base(DateTime.MinValue, DateTime.MaxValue)
    {
    }

    public DicomDateRange(DateTime min, DateTime max)
        : base(min, max)
    {
    }

    public override string ToString() => ToString("yyyyMMddHHmmss");

    public string ToString(string format)
    {
        var from = Minimum == DateTime.MinValue ? "" : Minimum.ToString(format, CultureInfo.InvariantCulture);
        var to = Maximum == DateTime.MaxValue ? "" : Maximum.ToString(format, CultureInfo.InvariantCulture);
        return from == to ? from : $"{from}-{to}";
    }
}
