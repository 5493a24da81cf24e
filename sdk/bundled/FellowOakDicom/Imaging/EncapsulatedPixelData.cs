using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.Imaging;

// Frames as compressed streams in fragments.
internal sealed class EncapsulatedPixelData : DicomPixelData
{
    private readonly DicomFragmentSequence _sequence;

    public EncapsulatedPixelData(DicomDataset dataset, bool create)
        : base(dataset)
    {
        if (create)
            Dataset.AddOrUpdate(_sequence = new DicomOtherByteFragment(DicomTag.PixelData));
        else
            _sequence = Dataset.GetDicomItem<DicomFragmentSequence>(DicomTag.PixelData)
                ?? throw Error(Dataset.Contains(DicomTag.PixelData)
                    ? $"the transfer syntax '{Syntax}' is of a compressed kind, but the pixel data are not in fragments."
                    : $"there are no pixel data. {Dataset.Origin?.Cut}".TrimEnd());
    }

    public override IByteBuffer GetFrame(int frame)
    {
        CheckFrame(frame);
        var fragments = Fragments(frame);
        return fragments.Count == 1 ? fragments[0] : new CompositeByteBuffer(fragments);
    }

    public override void AddFrame(IByteBuffer data)
    {
        var offset = _sequence.Fragments.Sum(fragment => fragment.Size + fragment.Size % 2 + 8);
        _sequence.OffsetTable.Add(checked((uint)offset));
        _sequence.Fragments.Add(data);
        NumberOfFrames = _sequence.Fragments.Count;
    }

    // One fragment a frame, or one frame in all, or as the table of offsets says.
    private IReadOnlyList<IByteBuffer> Fragments(int frame)
    {
        var all = _sequence.Fragments;
        var frames = NumberOfFrames;
        if (all.Count == 0)
            throw Error($"the pixel data have no fragments. {Dataset.Origin?.Cut}".TrimEnd());
        if (frames == 1)
            return [.. all];
        if (all.Count == frames)
            return [all[frame]];
        if (_sequence.OffsetTable.Count != frames)
            throw Error($"the pixel data have {all.Count} fragments for {frames} frames and no table that says which belongs to which.");
        return ByOffsets(all, _sequence.OffsetTable[frame], frame + 1 < frames ? _sequence.OffsetTable[frame + 1] : uint.MaxValue);
    }

    private List<IByteBuffer> ByOffsets(IList<IByteBuffer> all, uint from, uint to)
    {
        var mine = new List<IByteBuffer>();
        long offset = 0;
        foreach (var fragment in all)
        {
            if (offset >= from && offset < to)
                mine.Add(fragment);
            offset += fragment.Size + 8;
        }
        return mine.Count > 0 ? mine : throw Error($"the table of frame offsets points to byte {from:N0}, where no fragment begins.");
    }
}
