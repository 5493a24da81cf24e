using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Codes: capitals, digits, space and underscore (CS).</summary>
public class DicomCodeString : DicomMultiStringElement
{
    public DicomCodeString(DicomTag tag, params string[] values)
        : base(tag, values)
    {
    }

    public DicomCodeString(DicomTag tag, IByteBuffer data)
        : base(tag, null, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.CS;
}
