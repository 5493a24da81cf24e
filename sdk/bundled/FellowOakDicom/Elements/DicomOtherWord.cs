using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>A block of 16-bit words (OW).</summary>
public class DicomOtherWord : DicomValueElement<ushort>
{
    public DicomOtherWord(DicomTag tag, params ushort[] values)
        : base(tag, values)
    {
    }

    public DicomOtherWord(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.OW;

    // Whichever of OB, OW and UN holds the bytes.
    public override bool Equals(DicomElement other) =>
        other is DicomOtherByte or DicomOtherWord && Tag == other.Tag && Buffer.AsSpan().SequenceEqual(other.Buffer.AsSpan());

    protected override void ValidateVM()
    {
        // the whole is one value
    }
}
