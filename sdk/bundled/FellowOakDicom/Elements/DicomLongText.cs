using System.Text;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>A text of up to 10,240 characters (LT).</summary>
public class DicomLongText : DicomStringElement
{
    public DicomLongText(DicomTag tag, string value)
        : base(tag, value)
    {
    }

    public DicomLongText(DicomTag tag, Encoding[] encodings, IByteBuffer data)
        : base(tag, encodings, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.LT;
}
