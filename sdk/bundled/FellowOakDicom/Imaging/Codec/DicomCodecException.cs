namespace FellowOakDicom.Imaging.Codec;

/// <summary>Compressed pixel data could not be decoded.</summary>
public class DicomCodecException : DicomException
{
    public DicomCodecException(string message)
        : base(message)
    {
    }

    public DicomCodecException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
