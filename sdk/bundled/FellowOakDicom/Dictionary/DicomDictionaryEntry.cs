namespace FellowOakDicom;

/// <summary>What the dictionary says of a tag, or of a family of tags.</summary>
public sealed class DicomDictionaryEntry
{
    public DicomDictionaryEntry(DicomTag tag, string name, string keyword, DicomVM vm, bool retired, params DicomVR[] vrs)
    {
        Tag = tag;
        Name = name;
        Keyword = keyword;
        ValueMultiplicity = vm;
        IsRetired = retired;
        ValueRepresentations = vrs;
    }

    public DicomDictionaryEntry(DicomMaskedTag tag, string name, string keyword, DicomVM vm, bool retired, params DicomVR[] vrs)
        : this(tag.Tag, name, keyword, vm, retired, vrs) => MaskTag = tag;

    public DicomTag Tag { get; set; }

    /// <summary>The family this entry describes; null for a single tag.</summary>
    public DicomMaskedTag MaskTag { get; }

    public string Name { get; }

    public string Keyword { get; }

    /// <summary>The representations allowed, the usual one first.</summary>
    public DicomVR[] ValueRepresentations { get; }

    public DicomVM ValueMultiplicity { get; }

    public bool IsRetired { get; }
}
