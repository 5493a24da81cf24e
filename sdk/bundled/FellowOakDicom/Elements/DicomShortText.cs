using System.Text;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>A text of up to 1,024 characters (ST).</summary>
public class DicomShortText : DicomStringElement
{
    public DicomShortText(DicomTag tag, string value)
        : base(tag, value)
    {
    }

    public DicomShortText(DicomTag tag, Encoding[] encodings, IByteBuffer data)
        : base(tag, encodings, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.ST;
}
