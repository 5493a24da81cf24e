using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>A block of bytes (OB).</summary>
public class DicomOtherByte : DicomValueElement<byte>
{
    public DicomOtherByte(DicomTag tag, params byte[] values)
        : base(tag, values)
    {
    }

    public DicomOtherByte(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.OB;

    public override T Get<T>(int item = -1)
    {
        if (typeof(T) == typeof(byte[]))
            return (T)(object)Buffer.Data;
        return base.Get<T>(item);
    }

    // Whichever of OB, OW and UN holds the bytes.
    public override bool Equals(DicomElement other) =>
        other is DicomOtherByte or DicomOtherWord && Tag == other.Tag && Buffer.AsSpan().SequenceEqual(other.Buffer.AsSpan());

    protected override void ValidateVM()
    {
        // the whole is one value
    }
}
