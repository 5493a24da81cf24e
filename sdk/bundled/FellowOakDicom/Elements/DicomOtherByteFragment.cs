namespace FellowOakDicom;

/// <summary>Compressed pixel data, said to be OB.</summary>
public class DicomOtherByteFragment : DicomFragmentSequence
{
    public DicomOtherByteFragment(DicomTag tag)
        : base(tag)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.OB;
}
