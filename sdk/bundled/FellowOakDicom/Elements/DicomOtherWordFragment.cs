namespace FellowOakDicom;

/// <summary>Compressed pixel data, said to be OW.</summary>
public class DicomOtherWordFragment : DicomFragmentSequence
{
    public DicomOtherWordFragment(DicomTag tag)
        : base(tag)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.OW;
}
