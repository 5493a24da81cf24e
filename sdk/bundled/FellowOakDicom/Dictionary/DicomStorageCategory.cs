namespace FellowOakDicom;

/// <summary>What a storage SOP class stores.</summary>
public enum DicomStorageCategory
{
    None = 0,
    Image = 1,
    PresentationState = 2,
    StructuredReport = 3,
    Waveform = 4,
    Document = 5,
    Raw = 6,
    Other = 7,
    Private = 8,
    Volume = 9,
}
