using System.Collections;
using FellowOakDicom.IO;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Compressed pixel data: a table of frame offsets and the fragments of the frames.</summary>
public abstract class DicomFragmentSequence : DicomItem, IEnumerable<IByteBuffer>
{
    private IList<uint> _offsetTable;

    protected DicomFragmentSequence(DicomTag tag)
        : base(tag)
    {
    }

    /// <summary>Where each frame begins, in bytes from the first fragment's item; empty where the file does not say.</summary>
    public IList<uint> OffsetTable => _offsetTable ??= new List<uint>();

    public IList<IByteBuffer> Fragments { get; } = new List<IByteBuffer>();

    public IEnumerator<IByteBuffer> GetEnumerator() => Fragments.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // The first item of a file is the table, the others are fragments.
    internal void Add(IByteBuffer item)
    {
        if (_offsetTable is null)
            _offsetTable = [.. ByteConverter.ToArray<uint>(item)];
        else
            Fragments.Add(item);
    }
}
