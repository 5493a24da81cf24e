using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.Imaging;

// Frames one after another in one value.
internal sealed class NativePixelData : DicomPixelData
{
    private readonly DicomElement _element;

    public NativePixelData(DicomDataset dataset, bool create)
        : base(dataset)
    {
        if (create)
            Dataset.AddOrUpdate(_element = NewElement(new CompositeByteBuffer()));
        else
            _element = Dataset.GetDicomItem<DicomElement>(DicomTag.PixelData)
                ?? throw Error(Dataset.Contains(DicomTag.PixelData)
                    ? $"the pixel data are compressed, but the transfer syntax '{Syntax}' is not of a compressed kind."
                    : $"there are no pixel data. {Dataset.Origin?.Cut}".TrimEnd());
    }

    private long Samples => (long)Width * Height * SamplesPerPixel;

    public override IByteBuffer GetFrame(int frame)
    {
        CheckFrame(frame);
        var size = UncompressedFrameSize;
        var buffer = _element.Buffer;
        if (buffer.Size < Bytes(frame + 1))
            throw Error($"pixel data end after {buffer.Size:N0} of {Bytes(NumberOfFrames):N0} bytes.");
        if (BitsAllocated == 1 && Samples % 8 != 0)
            return Bits(Samples, frame, size);
        return buffer.Size == size ? buffer : new RangeByteBuffer(buffer, (long)size * frame, size);
    }

    public override void AddFrame(IByteBuffer data)
    {
        if (_element.Buffer is not CompositeByteBuffer frames)
            throw Error("frames are added to pixel data created for it: Create(dataset, newPixelData: true).");
        frames.Buffers.Add(data);
        NumberOfFrames = frames.Buffers.Count;
    }

    // What a number of frames takes: single bits follow each other without a gap.
    private long Bytes(int frames) => BitsAllocated == 1 ? (Samples * frames + 7) / 8 : (long)UncompressedFrameSize * frames;

    private DicomElement NewElement(IByteBuffer buffer) => BitsAllocated > 8
        ? new DicomOtherWord(DicomTag.PixelData, buffer)
        : new DicomOtherByte(DicomTag.PixelData, buffer);

    // A frame that may begin within a byte.
    private MemoryByteBuffer Bits(long count, int frame, int size)
    {
        var source = _element.Buffer.AsSpan();
        var output = new byte[size];
        for (long bit = 0, from = count * frame; bit < count; bit++, from++)
            if ((source[(int)(from >> 3)] >> (int)(from & 7) & 1) != 0)
                output[bit >> 3] |= (byte)(1 << (int)(bit & 7));
        return new MemoryByteBuffer(output);
    }
}
