namespace FellowOakDicom;

/// <summary>One entry of a dataset: an element, a sequence of items or a sequence of fragments.</summary>
public abstract class DicomItem : IComparable<DicomItem>, IComparable
{
    protected DicomItem(DicomTag tag) => Tag = tag;

    public DicomTag Tag { get; internal set; }

    public abstract DicomVR ValueRepresentation { get; }

    /// <summary>Checks the value against the rules of its representation and the multiplicity of its tag.</summary>
    /// <exception cref="DicomValidationException">It breaks one.</exception>
    public virtual void Validate()
    {
    }

    public int CompareTo(DicomItem other) => other is null ? 1 : Tag.CompareTo(other.Tag);

    public int CompareTo(object obj) => obj is DicomItem other
        ? CompareTo(other)
        : throw new ArgumentException("An item compares with items only.", nameof(obj));

    public override string ToString() => Tag.DictionaryEntry.Tag == DicomTag.Unknown
        ? $"{Tag} {ValueRepresentation.Code}"
        : $"{Tag} {ValueRepresentation.Code} {Tag.DictionaryEntry.Name}";
}
