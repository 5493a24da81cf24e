using System.Text;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>A URI (UR).</summary>
public class DicomUniversalResource : DicomStringElement
{
    public DicomUniversalResource(DicomTag tag, string value)
        : base(tag, value)
    {
    }

    public DicomUniversalResource(DicomTag tag, Encoding[] encodings, IByteBuffer data)
        : base(tag, encodings, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.UR;
}
