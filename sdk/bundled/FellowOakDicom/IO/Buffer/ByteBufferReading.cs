namespace FellowOakDicom.IO.Buffer;

internal static class ByteBufferReading
{
    // The bytes, without a copy where they lie in memory as they are.
    public static ReadOnlySpan<byte> AsSpan(this IByteBuffer buffer) => buffer switch
    {
        SegmentByteBuffer segment => segment.Span,
        _ => buffer.Data,
    };

    // A part of the bytes into a caller's memory.
    public static void Read(this IByteBuffer buffer, long offset, Span<byte> output)
    {
        buffer.CheckRange(offset, output.Length);
        switch (buffer)
        {
            case FileByteBuffer file:
                file.Read(offset, output);
                break;
            case RangeByteBuffer range:
                range.Internal.Read(range.Offset + offset, output);
                break;
            case StreamByteBuffer stream:
                stream.Read(offset, output);
                break;
            default:
                buffer.AsSpan().Slice((int)offset, output.Length).CopyTo(output);
                break;
        }
    }

    public static void CheckRange(this IByteBuffer buffer, long offset, long count)
    {
        if (offset < 0 || count < 0 || offset + count > buffer.Size)
            throw new DicomIoException($"Bytes {offset:N0} to {offset + count:N0} were asked for; there are {buffer.Size:N0}.");
    }

    // For what has no faster way: by its data.
    public static void WriteTo(this IByteBuffer buffer, Stream stream) => stream.Write(buffer.Data);
}
