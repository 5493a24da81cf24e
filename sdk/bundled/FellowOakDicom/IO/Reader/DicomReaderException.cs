namespace FellowOakDicom.IO.Reader;

/// <summary>A dataset breaks the rules of its encoding.</summary>
public class DicomReaderException : DicomException
{
    public DicomReaderException(string message)
        : base(message)
    {
    }

    public DicomReaderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
