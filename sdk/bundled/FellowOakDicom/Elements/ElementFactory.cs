using System.Text;
using FellowOakDicom.IO;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

// Elements from parsed bytes.
internal static partial class ElementFactory
{
    public static DicomItem FromEntry(in DicomEntry entry, DicomDataset dataset)
    {
        var creator = (entry.Tag & 0x10000) == 0 ? null : PrivateBlocks.CreatorOf(dataset, entry.Tag);
        var tag = new DicomTag(entry.Tag, creator);
        var buffer = entry.Source as IByteBuffer
            ?? (entry.Length == 0 ? EmptyBuffer.Value : new SegmentByteBuffer((byte[])entry.Source, entry.Offset, entry.Length));
        var syntax = dataset.InternalTransferSyntax;
        if (syntax.Endian.IsBig || syntax.SwapPixelData)
            buffer = EndianByteBuffer.Create(buffer, Endian.Big, SwapUnit(entry, syntax, dataset));
        return FromBytes(entry.Vr, tag, buffer, entry.Vr.IsStringEncoded ? dataset.Encodings : null);
    }

    public static DicomElement FromBytes(DicomVR vr, DicomTag tag, IByteBuffer data, Encoding[] encodings) => vr.Code switch
    {
        DicomVRCode.AE => new DicomApplicationEntity(tag, data),
        DicomVRCode.AS => new DicomAgeString(tag, data),
        DicomVRCode.AT => new DicomAttributeTag(tag, data),
        DicomVRCode.CS => new DicomCodeString(tag, data),
        DicomVRCode.DA => new DicomDate(tag, data),
        DicomVRCode.DS => new DicomDecimalString(tag, data),
        DicomVRCode.DT => new DicomDateTime(tag, data),
        DicomVRCode.FD => new DicomFloatingPointDouble(tag, data),
        DicomVRCode.FL => new DicomFloatingPointSingle(tag, data),
        DicomVRCode.IS => new DicomIntegerString(tag, data),
        DicomVRCode.LO => new DicomLongString(tag, encodings, data),
        DicomVRCode.LT => new DicomLongText(tag, encodings, data),
        DicomVRCode.OB => new DicomOtherByte(tag, data),
        DicomVRCode.OD => new DicomOtherDouble(tag, data),
        DicomVRCode.OF => new DicomOtherFloat(tag, data),
        DicomVRCode.OL => new DicomOtherLong(tag, data),
        DicomVRCode.OV => new DicomOtherVeryLong(tag, data),
        DicomVRCode.OW => new DicomOtherWord(tag, data),
        DicomVRCode.PN => new DicomPersonName(tag, encodings, data),
        DicomVRCode.SH => new DicomShortString(tag, encodings, data),
        DicomVRCode.SL => new DicomSignedLong(tag, data),
        DicomVRCode.SS => new DicomSignedShort(tag, data),
        DicomVRCode.ST => new DicomShortText(tag, encodings, data),
        DicomVRCode.SV => new DicomSignedVeryLong(tag, data),
        DicomVRCode.TM => new DicomTime(tag, data),
        DicomVRCode.UC => new DicomUnlimitedCharacters(tag, encodings, data),
        DicomVRCode.UI => new DicomUniqueIdentifier(tag, data),
        DicomVRCode.UL => new DicomUnsignedLong(tag, data),
        DicomVRCode.UR => new DicomUniversalResource(tag, encodings, data),
        DicomVRCode.US => new DicomUnsignedShort(tag, data),
        DicomVRCode.UT => new DicomUnlimitedText(tag, encodings, data),
        DicomVRCode.UV => new DicomUnsignedVeryLong(tag, data),
        _ => new DicomUnknown(tag, data),
    };

    // Bytes that change places together. A pixel of 32 or 64 bits in OW turns as a whole, not word by word.
    private static int SwapUnit(in DicomEntry entry, DicomTransferSyntax syntax, DicomDataset dataset)
    {
        if (entry.Tag != 0x7fe00010)
            return syntax.Endian.IsBig ? entry.Vr.ByteSwap : 1;
        if (entry.Vr == DicomVR.OB)
            return 1;
        return dataset.TryGetSingleValue<int>(0x00280100, out var bits) && bits is 32 or 64 ? bits / 8 : 2;
    }
}
