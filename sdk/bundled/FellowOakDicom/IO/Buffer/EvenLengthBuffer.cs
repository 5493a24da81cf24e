namespace FellowOakDicom.IO.Buffer;

/// <summary>A buffer of odd length with one zero after it.</summary>
public class EvenLengthBuffer : IByteBuffer
{
    private EvenLengthBuffer(IByteBuffer buffer) => Buffer = buffer;

    public IByteBuffer Buffer { get; private set; }

    public bool IsMemory => Buffer.IsMemory;

    public long Size => Buffer.Size + 1;

    public byte[] Data => [.. Buffer.AsSpan(), 0];

    /// <summary>The buffer itself where its length is even.</summary>
    public static IByteBuffer Create(IByteBuffer buffer) => buffer.Size % 2 == 0 ? buffer : new EvenLengthBuffer(buffer);

    public void GetByteRange(long offset, int count, byte[] output)
    {
        this.CheckRange(offset, count);
        Data.AsSpan((int)offset, count).CopyTo(output);
    }

    public void CopyToStream(Stream s) => s.Write(Data);

    public Task CopyToStreamAsync(Stream s, CancellationToken cancellationToken) => s.WriteAsync(Data, cancellationToken).AsTask();
}
