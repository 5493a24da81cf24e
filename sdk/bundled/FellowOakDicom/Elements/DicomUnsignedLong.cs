using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Unsigned 32-bit numbers (UL).</summary>
public class DicomUnsignedLong : DicomValueElement<uint>
{
    public DicomUnsignedLong(DicomTag tag, params uint[] values)
        : base(tag, values)
    {
    }

    public DicomUnsignedLong(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.UL;
}
