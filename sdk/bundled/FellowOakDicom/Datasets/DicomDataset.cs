using System.Collections;
using System.Text;

namespace FellowOakDicom;

/// <summary>Items by tag, in ascending order: the contents of a file, or of one item of a sequence.</summary>
public partial class DicomDataset : IEnumerable<DicomItem>, IEquatable<DicomDataset>
{
    private DicomEntry[] _entries = [];
    private int _count;
    private Encoding[] _encodings;

    public DicomDataset()
        : this(DicomTransferSyntax.ExplicitVRLittleEndian)
    {
    }

    public DicomDataset(DicomTransferSyntax internalTransferSyntax) => InternalTransferSyntax = internalTransferSyntax;

    public DicomDataset(params DicomItem[] items)
        : this((IEnumerable<DicomItem>)items)
    {
    }

    /// <summary>A dataset of items as they are, unchecked: those of a file may break rules.</summary>
    public DicomDataset(IEnumerable<DicomItem> items)
        : this()
    {
        AutoValidate = false;
        Add(items);
        AutoValidate = true;
    }

    /// <summary>The encoding the dataset was read with, or is meant to be written with.</summary>
    public DicomTransferSyntax InternalTransferSyntax { get; internal set; }

    /// <summary>Whether what is added must obey the rules of its value representation; off for what is read.</summary>
    public bool AutoValidate { get; set; } = true;

    internal DatasetOrigin Origin { get; set; }

    // The dataset around an item of a sequence.
    internal DicomDataset Outer { get; set; }

    // Where neither this dataset nor the one around it names a character set.
    internal Encoding[] OuterEncodings { get; set; }

    internal Encoding[] Encodings => _encodings ??= FindEncodings();

    public static bool operator ==(DicomDataset a, DicomDataset b) => a is null ? b is null : a.Equals(b);

    public static bool operator !=(DicomDataset a, DicomDataset b) => !(a == b);

    public bool Contains(DicomTag tag) => IndexOf(tag) >= 0;

    /// <summary>The item of that tag if it is there and of that type, else null.</summary>
    public T GetDicomItem<T>(DicomTag tag)
        where T : DicomItem
    {
        var index = IndexOf(tag);
        return index < 0 ? null : ItemAt(index) as T;
    }

    /// <summary>The tag at which a private element lies here: its block is where its creator reserved one. Null if nowhere.</summary>
    public DicomTag GetPrivateTag(DicomTag tag)
    {
        if (!tag.IsPrivate || tag.PrivateCreator is null)
            return tag;
        var card = PrivateBlocks.Locate(this, tag);
        return card == 0 ? null : new DicomTag(card, tag.PrivateCreator);
    }

    public IEnumerator<DicomItem> GetEnumerator()
    {
        for (var i = 0; i < _count; i++)
            yield return ItemAt(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both hold equal items.</summary>
    public bool Equals(DicomDataset other) =>
        ReferenceEquals(this, other) || (other is not null && _count == other._count && this.Zip(other).All(pair => Same(pair.First, pair.Second)));

    public override bool Equals(object obj) => obj is DicomDataset other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var i = 0; i < _count; i++)
            hash.Add(_entries[i].Tag);
        return hash.ToHashCode();
    }

    public override string ToString() => $"DICOM Dataset [{_count} items]";

    internal int Count => _count;

    internal uint CardAt(int index) => _entries[index].Tag;

    // The item itself, made from its bytes at first sight. Two threads may both make it; either is as good.
    internal DicomItem ItemAt(int index)
    {
        ref var entry = ref _entries[index];
        if (entry.Source is DicomItem made)
        {
            if ((entry.Tag & 0x10000) != 0)
                made.Tag.PrivateCreator ??= PrivateBlocks.CreatorOf(this, entry.Tag);
            return made;
        }
        var item = ElementFactory.FromEntry(entry, this);
        entry.Source = item;
        return item;
    }

    internal int IndexOf(DicomTag tag)
    {
        if (!tag.IsPrivate || tag.PrivateCreator is null)
            return IndexOf(tag.Card);
        var card = PrivateBlocks.Locate(this, tag);
        return card == 0 ? -1 : IndexOf(card);
    }

    // Where a tag is, or the complement of where it would go.
    internal int IndexOf(uint card)
    {
        int low = 0, high = _count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = _entries[middle].Tag;
            if (found == card)
                return middle;
            if (found < card)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }

    private static bool Same(DicomItem a, DicomItem b) => (a, b) switch
    {
        (DicomElement x, DicomElement y) => x.Equals(y),
        (DicomSequence x, DicomSequence y) => x.Tag == y.Tag && x.Items.SequenceEqual(y.Items),
        (DicomFragmentSequence x, DicomFragmentSequence y) => x.Fragments.Count == y.Fragments.Count
            && x.Fragments.Zip(y.Fragments).All(pair => pair.First.Data.AsSpan().SequenceEqual(pair.Second.Data)),
        _ => false,
    };

    private Encoding[] FindEncodings()
    {
        var index = IndexOf(0x00080005);
        return index >= 0 && ItemAt(index) is DicomElement { Count: > 0 } sets
            ? DicomEncoding.GetEncodings(sets.Get<string[]>())
            : OuterEncodings ?? Outer?.Encodings ?? DicomEncoding.DefaultArray;
    }
}
