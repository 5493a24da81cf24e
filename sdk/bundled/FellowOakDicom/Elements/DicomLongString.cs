using System.Text;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Texts of up to 64 characters (LO).</summary>
public class DicomLongString : DicomMultiStringElement
{
    public DicomLongString(DicomTag tag, params string[] values)
        : base(tag, values)
    {
    }

    public DicomLongString(DicomTag tag, Encoding[] encoding, IByteBuffer data)
        : base(tag, encoding, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.LO;
}
