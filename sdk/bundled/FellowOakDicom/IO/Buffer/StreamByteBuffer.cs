namespace FellowOakDicom.IO.Buffer;

/// <summary>A part of a stream that can seek, read each time it is asked for.</summary>
public sealed class StreamByteBuffer : IByteBuffer
{
    public StreamByteBuffer(Stream stream, long position, long length)
    {
        Stream = stream;
        Position = position;
        Size = length;
    }

    public bool IsMemory => false;

    public Stream Stream { get; }

    public long Position { get; }

    public long Size { get; }

    public byte[] Data
    {
        get
        {
            var data = GC.AllocateUninitializedArray<byte>(checked((int)Size));
            Read(0, data);
            return data;
        }
    }

    public void GetByteRange(long offset, int count, byte[] output) => ((IByteBuffer)this).Read(offset, output.AsSpan(0, count));

    public void CopyToStream(Stream stream) => stream.Write(Data);

    public Task CopyToStreamAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(Data, cancellationToken).AsTask();

    internal void Read(long offset, Span<byte> output)
    {
        if (!Stream.CanRead)
            throw new DicomIoException("The stream was closed before the value was read. Open it with FileReadOption.ReadAll.");
        lock (Stream)
        {
            Stream.Position = Position + offset;
            Stream.ReadExactly(output);
        }
    }
}
