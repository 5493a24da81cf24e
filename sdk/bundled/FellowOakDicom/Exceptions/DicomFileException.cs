namespace FellowOakDicom;

/// <summary>A file could not be read or written as DICOM.</summary>
public class DicomFileException : DicomDataException
{
    public DicomFileException(DicomFile file, string message)
        : base(message) => File = file;

    public DicomFileException(DicomFile file, string message, Exception innerException)
        : base(message, innerException) => File = file;

    /// <summary>What had been read of the file.</summary>
    public DicomFile File { get; }
}
