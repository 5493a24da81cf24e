namespace FellowOakDicom.Imaging.Codec;

/// <summary>Choices of a codec; decoding takes none.</summary>
public class DicomCodecParams
{
}
