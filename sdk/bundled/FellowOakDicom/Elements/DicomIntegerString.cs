using System.Globalization;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Whole numbers as text (IS), at most 12 characters each.</summary>
public class DicomIntegerString : DicomMultiStringElement
{
    public DicomIntegerString(DicomTag tag, params int[] values)
        : base(tag, Array.ConvertAll(values, value => value.ToString(CultureInfo.InvariantCulture)))
    {
    }

    public DicomIntegerString(DicomTag tag, params string[] values)
        : base(tag, values)
    {
    }

    public DicomIntegerString(DicomTag tag, IByteBuffer data)
        : base(tag, null, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.IS;

    // Some writers put "5.0" for 5.
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
