using System.Globalization;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

// Elements from the values of a caller.
internal static partial class ElementFactory
{
    // The representation the dictionary gives; where it leaves US or SS open, what the values or the pixels are.
    public static DicomVR ChooseVR<T>(DicomDataset dataset, DicomTag tag, T[] values)
    {
        if (tag.IsPrivate && tag.Element > 0xff && tag.DictionaryEntry.Tag == DicomTag.Unknown)
            throw new DicomDataException($"{tag} is private and the dictionary does not know it. Give its value representation: AddOrUpdate(vr, tag, values).");
        if (TagTable.IsAmbiguous(tag.Card))
            return typeof(T) == typeof(short) || values.Any(IsNegative) || dataset.TryGetSingleValue<int>(0x00280103, out var signed) && signed == 1
                ? DicomVR.SS
                : DicomVR.US;
        var vr = TagTable.Find(tag.Card);
        return vr == DicomVR.UN && tag.DictionaryEntry.Tag == DicomTag.Unknown
            ? throw new DicomDataException($"{tag} is not in the dictionary. Give its value representation: AddOrUpdate(vr, tag, values).")
            : vr;
    }

    public static DicomItem FromValues<T>(DicomVR vr, DicomTag tag, T[] values)
    {
        values ??= [];
        if (values is IByteBuffer[] { Length: 1 } buffers)
            return FromBytes(vr, tag, buffers[0], null);
        if (values is DicomSequence[] { Length: 1 } sequences)
            return new DicomSequence(tag, [.. sequences[0].Items]);
        if (vr == DicomVR.SQ)
            return new DicomSequence(tag, [.. values.Select(value => value as DicomDataset
                ?? throw new DicomDataException($"{DicomTag.Describe(tag.Card)} is a sequence; give datasets."))]);
        if (values is DateTime[] dates && vr.ValueType == typeof(DateTime))
            return vr == DicomVR.DA ? new DicomDate(tag, dates) : vr == DicomVR.TM ? new DicomTime(tag, dates) : new DicomDateTime(tag, dates);
        return vr.IsString ? FromTexts(vr, tag, Array.ConvertAll(values, value => Text(vr, value))) : FromNumbers(vr, tag, values);
    }

    private static DicomElement FromTexts(DicomVR vr, DicomTag tag, string[] texts) => vr.Code switch
    {
        DicomVRCode.AE => new DicomApplicationEntity(tag, texts),
        DicomVRCode.AS => new DicomAgeString(tag, texts),
        DicomVRCode.CS => new DicomCodeString(tag, texts),
        DicomVRCode.DA => new DicomDate(tag, texts),
        DicomVRCode.DS => new DicomDecimalString(tag, texts),
        DicomVRCode.DT => new DicomDateTime(tag, texts),
        DicomVRCode.IS => new DicomIntegerString(tag, texts),
        DicomVRCode.LO => new DicomLongString(tag, texts),
        DicomVRCode.PN => new DicomPersonName(tag, texts),
        DicomVRCode.SH => new DicomShortString(tag, texts),
        DicomVRCode.TM => new DicomTime(tag, texts),
        DicomVRCode.UC => new DicomUnlimitedCharacters(tag, texts),
        DicomVRCode.UI => new DicomUniqueIdentifier(tag, texts),
        DicomVRCode.LT => new DicomLongText(tag, string.Join('\\', texts)),
        DicomVRCode.ST => new DicomShortText(tag, string.Join('\\', texts)),
        DicomVRCode.UR => new DicomUniversalResource(tag, string.Join('\\', texts)),
        _ => new DicomUnlimitedText(tag, string.Join('\\', texts)),
    };

    private static DicomElement FromNumbers<T>(DicomVR vr, DicomTag tag, T[] values) => vr.Code switch
    {
        DicomVRCode.AT => new DicomAttributeTag(tag, Array.ConvertAll(values, value => value as DicomTag ?? DicomTag.Parse(Text(vr, value)))),
        DicomVRCode.FD => new DicomFloatingPointDouble(tag, Numbers<T, double>(tag, values)),
        DicomVRCode.FL => new DicomFloatingPointSingle(tag, Numbers<T, float>(tag, values)),
        DicomVRCode.OD => new DicomOtherDouble(tag, Numbers<T, double>(tag, values)),
        DicomVRCode.OF => new DicomOtherFloat(tag, Numbers<T, float>(tag, values)),
        DicomVRCode.OL => new DicomOtherLong(tag, Numbers<T, uint>(tag, values)),
        DicomVRCode.OV => new DicomOtherVeryLong(tag, Numbers<T, ulong>(tag, values)),
        DicomVRCode.OW when values is byte[] bytes => new DicomOtherWord(tag, new MemoryByteBuffer(bytes)),
        DicomVRCode.OW when values is short[] words => new DicomOtherWord(tag, IO.ByteConverter.ToByteBuffer(words)),
        DicomVRCode.OW => new DicomOtherWord(tag, Numbers<T, ushort>(tag, values)),
        DicomVRCode.SL => new DicomSignedLong(tag, Numbers<T, int>(tag, values)),
        DicomVRCode.SS => new DicomSignedShort(tag, Numbers<T, short>(tag, values)),
        DicomVRCode.SV => new DicomSignedVeryLong(tag, Numbers<T, long>(tag, values)),
        DicomVRCode.UL => new DicomUnsignedLong(tag, Numbers<T, uint>(tag, values)),
        DicomVRCode.US => new DicomUnsignedShort(tag, Numbers<T, ushort>(tag, values)),
        DicomVRCode.UV => new DicomUnsignedVeryLong(tag, Numbers<T, ulong>(tag, values)),
        DicomVRCode.OB => new DicomOtherByte(tag, Numbers<T, byte>(tag, values)),
        _ => new DicomUnknown(tag, Numbers<T, byte>(tag, values)),
    };

    private static TNumber[] Numbers<T, TNumber>(DicomTag tag, T[] values)
    {
        if (values is TNumber[] same)
            return same;
        return Array.ConvertAll(values, value => NumberConversion.TryConvert<TNumber>(value, out var number)
            ? number
            : throw new DicomDataException($"{DicomTag.Describe(tag.Card)} takes {typeof(TNumber).Name}; '{value}' does not fit."));
    }

    private static string Text<T>(DicomVR vr, T value) => value switch
    {
        null => "",
        string text => text,
        DicomUID uid => uid.UID,
        DicomTransferSyntax syntax => syntax.UID.UID,
        decimal number when vr == DicomVR.DS => DicomDecimalString.ToDecimalString(number),
        double or float when vr == DicomVR.DS => Decimal16(Convert.ToDouble(value, CultureInfo.InvariantCulture), value),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // The shortest text that reads back the same; rounded only where that takes more than the 16 characters allowed.
    private static string Decimal16(double number, object original)
    {
        if (!double.IsFinite(number))
            throw new DicomDataException($"'{original}' is no number a decimal string can hold.");
        var text = ((IFormattable)original).ToString("R", CultureInfo.InvariantCulture);
        for (var digits = 15; text.Length > 16; digits--)
            text = number.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text;
    }

    private static bool IsNegative<T>(T value) => value is int and < 0 or short and < 0 or long and < 0 or sbyte and < 0;
}
