namespace FellowOakDicom;

/// <summary>Who reserved a block of private elements.</summary>
public sealed class DicomPrivateCreator : IEquatable<DicomPrivateCreator>, IComparable<DicomPrivateCreator>, IComparable
{
    public DicomPrivateCreator(string creator) => Creator = creator;

    public string Creator { get; }

    public int CompareTo(DicomPrivateCreator other) => other is null ? 1 : string.CompareOrdinal(Creator, other.Creator);

    public int CompareTo(object obj) => obj is DicomPrivateCreator other
        ? CompareTo(other)
        : throw new ArgumentException("A private creator compares with private creators only.", nameof(obj));

    public bool Equals(DicomPrivateCreator other) => CompareTo(other) == 0;

    public override bool Equals(object obj) => obj is DicomPrivateCreator other && Equals(other);

    public override int GetHashCode() => Creator.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Creator;
}
