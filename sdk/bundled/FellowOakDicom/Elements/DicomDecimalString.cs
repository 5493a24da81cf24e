using System.Globalization;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Decimal numbers as text (DS), at most 16 characters each.</summary>
public class DicomDecimalString : DicomMultiStringElement
{
    public DicomDecimalString(DicomTag tag, params decimal[] values)
        : base(tag, Array.ConvertAll(values, ToDecimalString))
    {
    }

    public DicomDecimalString(DicomTag tag, params string[] values)
        : base(tag, values)
    {
    }

    public DicomDecimalString(DicomTag tag, IByteBuffer data)
        : base(tag, null, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.DS;

    /// <summary>The shortest text of a number; rounded where it would take more than 16 characters.</summary>
    public static string ToDecimalString(decimal value)
    {
        var exact = value.ToString(CultureInfo.InvariantCulture);
        if (exact.Contains('.', StringComparison.Ordinal))
            exact = exact.TrimEnd('0').TrimEnd('.');
        if (exact.Length <= 16)
            return exact;
        for (var digits = 15; digits > 0; digits--)
        {
            var rounded = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (rounded.Length <= 16)
                return rounded;
        }
        return exact;
    }

    // As a whole number "5.0" is 5, and "5.5" an error.
    internal override T ConvertValue<T>(string value)
    {
        if (TextConversion.TryConvert<T>(value, out var direct))
            return direct;
        return TextConversion.TryConvert<double>(value, out var number) && number == Math.Floor(number)
            && NumberConversion.TryConvert<T>(number, out var whole)
            ? whole
            : throw NotA<T>(value);
    }
}
