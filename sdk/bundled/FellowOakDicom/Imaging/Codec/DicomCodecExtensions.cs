namespace FellowOakDicom.Imaging.Codec;

/// <summary>Copies in another transfer syntax.</summary>
public static class DicomCodecExtensions
{
    /// <exception cref="DicomCodecException">A frame cannot be decoded, or the syntax is a compressed one.</exception>
    public static DicomFile Clone(this DicomFile file, DicomTransferSyntax syntax, DicomCodecParams parameters = null) =>
        new DicomTranscoder(file.Dataset.InternalTransferSyntax, syntax, parameters, parameters).Transcode(file);

    /// <exception cref="DicomCodecException">A frame cannot be decoded, or the syntax is a compressed one.</exception>
    public static DicomDataset Clone(this DicomDataset dataset, DicomTransferSyntax syntax, DicomCodecParams parameters = null) =>
        new DicomTranscoder(dataset.InternalTransferSyntax, syntax, parameters, parameters).Transcode(dataset);
}
