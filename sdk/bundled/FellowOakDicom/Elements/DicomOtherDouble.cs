using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>A block of doubles (OD).</summary>
public class DicomOtherDouble : DicomValueElement<double>
{
    public DicomOtherDouble(DicomTag tag, params double[] values)
        : base(tag, values)
    {
    }

    public DicomOtherDouble(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.OD;

    protected override void ValidateVM()
    {
        // the whole is one value
    }
}
