namespace FellowOakDicom.Imaging;

/// <summary>Pixel data are missing, cut off or at odds with the attributes that describe them.</summary>
public class DicomImagingException : DicomException
{
    public DicomImagingException(string message)
        : base(message)
    {
    }

    public DicomImagingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
