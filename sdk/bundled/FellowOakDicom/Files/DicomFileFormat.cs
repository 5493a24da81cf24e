namespace FellowOakDicom;

/// <summary>How a file begins, which says how much of the DICOM file format it follows.</summary>
public enum DicomFileFormat
{
    Unknown = 0,
    DICOM3 = 1,
    DICOM3NoPreamble = 2,
    DICOM3NoFileMetaInfo = 3,
    ACRNEMA1 = 4,
    ACRNEMA2 = 5,
}
