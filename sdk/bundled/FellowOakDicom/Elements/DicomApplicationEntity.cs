using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Titles of application entities (AE).</summary>
public class DicomApplicationEntity : DicomMultiStringElement
{
    public DicomApplicationEntity(DicomTag tag, params string[] values)
        : base(tag, values)
    {
    }

    public DicomApplicationEntity(DicomTag tag, IByteBuffer data)
        : base(tag, null, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.AE;
}
