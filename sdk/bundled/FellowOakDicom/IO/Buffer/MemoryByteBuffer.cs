namespace FellowOakDicom.IO.Buffer;

/// <summary>A whole array of bytes.</summary>
public sealed class MemoryByteBuffer : IByteBuffer
{
    public const int MaxArrayLength = 2147483591;

    public MemoryByteBuffer(byte[] data) => Data = data ?? throw new ArgumentNullException(nameof(data));

    public bool IsMemory => true;

    public long Size => Data.Length;

    /// <summary>The array itself, not a copy.</summary>
    public byte[] Data { get; }

    public void GetByteRange(long offset, int count, byte[] output) => this.Read(offset, output.AsSpan(0, count));

    public void CopyToStream(Stream stream) => stream.Write(Data);

    public Task CopyToStreamAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(Data, cancellationToken).AsTask();
}
