namespace FellowOakDicom;

/// <summary>A dataset or a value in it is not what was asked for.</summary>
public class DicomDataException : DicomException
{
    public DicomDataException(string message)
        : base(message)
    {
    }

    public DicomDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
