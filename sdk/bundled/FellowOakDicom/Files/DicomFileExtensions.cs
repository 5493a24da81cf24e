namespace FellowOakDicom;

/// <summary>What is often done with a file.</summary>
public static class DicomFileExtensions
{
    /// <summary>A copy: sequences are copied in depth, values are shared.</summary>
    public static DicomFile Clone(this DicomFile original) => new(original.Dataset.Clone())
    {
        FileMetaInfo = new DicomFileMetaInformation(original.FileMetaInfo),
        Format = original.Format,
        IsPartial = original.IsPartial,
    };
}
