namespace FellowOakDicom.IO;

/// <summary>Bytes could not be read or written.</summary>
public class DicomIoException : DicomException
{
    public DicomIoException(string message)
        : base(message)
    {
    }

    public DicomIoException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
