using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>A block of floats (OF).</summary>
public class DicomOtherFloat : DicomValueElement<float>
{
    public DicomOtherFloat(DicomTag tag, params float[] values)
        : base(tag, values)
    {
    }

    public DicomOtherFloat(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.OF;

    protected override void ValidateVM()
    {
        // the whole is one value
    }
}
