namespace FellowOakDicom.IO.Buffer;

// A part of an array that holds many values: the header of a file.
internal sealed class SegmentByteBuffer(byte[] array, int offset, int count) : IByteBuffer
{
    public bool IsMemory => true;

    public long Size => count;

    public byte[] Data => Span.ToArray();

    public ReadOnlySpan<byte> Span => array.AsSpan(offset, count);

    public void GetByteRange(long offset, int count, byte[] output) => this.Read(offset, output.AsSpan(0, count));

    public void CopyToStream(Stream stream) => stream.Write(Span);

    public Task CopyToStreamAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(array.AsMemory(offset, count), cancellationToken).AsTask();
}
