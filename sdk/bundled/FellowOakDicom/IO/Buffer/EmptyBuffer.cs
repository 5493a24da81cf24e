namespace FellowOakDicom.IO.Buffer;

/// <summary>No bytes.</summary>
public sealed class EmptyBuffer : IByteBuffer
{
    public static readonly IByteBuffer Value = new EmptyBuffer();

    internal EmptyBuffer()
    {
    }

    public bool IsMemory => true;

    public long Size => 0;

    public byte[] Data => [];

    public void GetByteRange(long offset, int count, byte[] output) => this.CheckRange(offset, count);

    public void CopyToStream(Stream stream)
    {
    }

    public Task CopyToStreamAsync(Stream stream, CancellationToken cancellationToken) => Task.CompletedTask;
}
