using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>A block of 32-bit words (OL).</summary>
public class DicomOtherLong : DicomValueElement<uint>
{
    public DicomOtherLong(DicomTag tag, params uint[] values)
        : base(tag, values)
    {
    }

    public DicomOtherLong(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.OL;

    protected override void ValidateVM()
    {
        // the whole is one value
    }
}
