namespace FellowOakDicom;

/// <summary>Group 2: what stands before the dataset of a file, always explicit little endian.</summary>
public class DicomFileMetaInformation : DicomDataset
{
    public DicomFileMetaInformation()
        : base(DicomTransferSyntax.ExplicitVRLittleEndian)
    {
    }

    /// <summary>What a dataset to be written says of itself.</summary>
    public DicomFileMetaInformation(DicomDataset dataset)
        : this()
    {
        TransferSyntax = dataset.InternalTransferSyntax;
        Complete(dataset);
    }

    public DicomFileMetaInformation(DicomFileMetaInformation metaInfo)
        : this()
    {
        AutoValidate = false;
        Add(metaInfo);
    }

    public byte[] Version
    {
        get => TryGetValues<byte>(DicomTag.FileMetaInformationVersion, out var version) ? version : null;
        set => AddOrUpdate(DicomTag.FileMetaInformationVersion, value);
    }

    public DicomUID MediaStorageSOPClassUID
    {
        get => Uid(DicomTag.MediaStorageSOPClassUID);
        set => AddOrUpdate(DicomTag.MediaStorageSOPClassUID, value);
    }

    public DicomUID MediaStorageSOPInstanceUID
    {
        get => Uid(DicomTag.MediaStorageSOPInstanceUID);
        set => AddOrUpdate(DicomTag.MediaStorageSOPInstanceUID, value);
    }

    /// <summary>The encoding of the dataset; null where the file does not say.</summary>
    public DicomTransferSyntax TransferSyntax
    {
        get => Uid(DicomTag.TransferSyntaxUID) is { } uid ? DicomTransferSyntax.Lookup(uid) : null;
        set => AddOrUpdate(DicomTag.TransferSyntaxUID, value.UID);
    }

    public DicomUID ImplementationClassUID
    {
        get => Uid(DicomTag.ImplementationClassUID);
        set => AddOrUpdate(DicomTag.ImplementationClassUID, value);
    }

    public string ImplementationVersionName
    {
        get => GetSingleValueOrDefault<string>(DicomTag.ImplementationVersionName, null);
        set => AddOrUpdate(DicomTag.ImplementationVersionName, value);
    }

    public string SourceApplicationEntityTitle
    {
        get => GetSingleValueOrDefault<string>(DicomTag.SourceApplicationEntityTitle, null);
        set => AddOrUpdate(DicomTag.SourceApplicationEntityTitle, value);
    }

    public string SendingApplicationEntityTitle
    {
        get => GetSingleValueOrDefault<string>(DicomTag.SendingApplicationEntityTitle, null);
        set => AddOrUpdate(DicomTag.SendingApplicationEntityTitle, value);
    }

    public string ReceivingApplicationEntityTitle
    {
        get => GetSingleValueOrDefault<string>(DicomTag.ReceivingApplicationEntityTitle, null);
        set => AddOrUpdate(DicomTag.ReceivingApplicationEntityTitle, value);
    }

    public override string ToString() => $"DICOM File Meta Info [{Count} items]";

    protected override void ValidateTag(DicomTag tag)
    {
        if (tag.Group != 0x0002)
            throw new DicomDataException($"{DicomTag.Describe(tag.Card)} is not of group 2 and cannot be file meta information.");
    }

    // Fills in what a file must have and is not there yet.
    internal void Complete(DicomDataset dataset)
    {
        AutoValidate = false;
        if (Uid(DicomTag.MediaStorageSOPClassUID) is null && dataset.TryGetSingleValue(DicomTag.SOPClassUID, out DicomUID type))
            MediaStorageSOPClassUID = type;
        if (Uid(DicomTag.MediaStorageSOPInstanceUID) is null && dataset.TryGetSingleValue(DicomTag.SOPInstanceUID, out DicomUID instance))
            MediaStorageSOPInstanceUID = instance;
        if (!Contains(DicomTag.FileMetaInformationVersion))
            Version = [0, 1];
        if (!Contains(DicomTag.TransferSyntaxUID))
            TransferSyntax = dataset.InternalTransferSyntax;
        if (!Contains(DicomTag.ImplementationClassUID))
            ImplementationClassUID = DicomImplementation.ClassUID;
        if (!Contains(DicomTag.ImplementationVersionName))
            ImplementationVersionName = DicomImplementation.Version;
    }

    private DicomUID Uid(DicomTag tag) =>
        TryGetSingleValue(tag, out string uid) && uid.Length > 0 ? DicomUID.Parse(uid) : null;
}
