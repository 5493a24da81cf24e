using System.Globalization;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Dates and times as text.</summary>
public abstract class DicomDateElement : DicomMultiStringElement
{
    protected DicomDateElement(DicomTag tag, string[] dateFormats, params DateTime[] values)
        : this(tag, dateFormats, Array.ConvertAll(values, value => value.ToString(dateFormats[0], CultureInfo.InvariantCulture)))
    {
    }

    protected DicomDateElement(DicomTag tag, string[] dateFormats, params string[] values)
        : base(tag, values) => DateFormats = dateFormats;

    protected DicomDateElement(DicomTag tag, string[] dateFormats, DicomDateRange range)
        : this(tag, dateFormats, range?.ToString(dateFormats[0]) ?? "")
    {
    }

    protected DicomDateElement(DicomTag tag, string[] dateFormats, IByteBuffer buffer)
        : base(tag, null, buffer) => DateFormats = dateFormats;

    /// <summary>The formats read; the first is the one written.</summary>
    protected string[] DateFormats { get; }

    public override T Get<T>(int item = -1)
    {
        if (typeof(T) != typeof(DicomDateRange))
            return base.Get<T>(item);
        var index = Math.Max(item, 0);
        return index < Values.Length ? (T)(object)Range(Values[index]) : throw NoValue(index);
    }

    internal override T ConvertValue<T>(string value)
    {
        if (typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateTime?))
            return (T)(object)Date(value);
        if (typeof(T) == typeof(DateOnly) || typeof(T) == typeof(DateOnly?))
            return (T)(object)DateOnly.FromDateTime(Date(value));
        if (typeof(T) == typeof(TimeOnly) || typeof(T) == typeof(TimeOnly?))
            return (T)(object)TimeOnly.FromDateTime(Date(value));
        return base.ConvertValue<T>(value);
    }

    // A time alone counts from the first of January of the year 1.
    private DateTime Date(string value) => DateTime.TryParseExact(
        value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AllowWhiteSpaces, out var date)
        ? date
        : throw NotA<DateTime>(value);

    private DicomDateRange Range(string value)
    {
        var hyphen = value.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0)
            return new DicomDateRange(Date(value), Date(value));
        var (from, to) = (value[..hyphen], value[(hyphen + 1)..]);
        return new DicomDateRange(from.Length == 0 ? DateTime.MinValue : Date(from), to.Length == 0 ? DateTime.MaxValue : Date(to));
    }
}
