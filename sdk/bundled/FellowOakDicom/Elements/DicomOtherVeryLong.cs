using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>A block of 64-bit words (OV).</summary>
public class DicomOtherVeryLong : DicomValueElement<ulong>
{
    public DicomOtherVeryLong(DicomTag tag, params ulong[] values)
        : base(tag, values)
    {
    }

    public DicomOtherVeryLong(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.OV;

    protected override void ValidateVM()
    {
        // the whole is one value
    }
}
