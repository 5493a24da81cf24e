namespace FellowOakDicom;

/// <summary>What every error of this library derives from.</summary>
public abstract class DicomException : Exception
{
    protected DicomException(string message)
        : base(message)
    {
    }

    protected DicomException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
