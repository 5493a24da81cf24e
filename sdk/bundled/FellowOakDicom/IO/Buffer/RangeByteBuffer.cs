namespace FellowOakDicom.IO.Buffer;

/// <summary>A part of another buffer.</summary>
public class RangeByteBuffer : IByteBuffer
{
    public RangeByteBuffer(IByteBuffer buffer, long offset, int length)
    {
        buffer.CheckRange(offset, length);
        Internal = buffer;
        Offset = offset;
        Length = length;
    }

    public bool IsMemory => Internal.IsMemory;

    public IByteBuffer Internal { get; }

    public long Offset { get; }

    public int Length { get; }

    public long Size => Length;

    public byte[] Data
    {
        get
        {
            var data = GC.AllocateUninitializedArray<byte>(Length);
            GetByteRange(0, Length, data);
            return data;
        }
    }

    public void GetByteRange(long offset, int count, byte[] output) => ((IByteBuffer)this).Read(offset, output.AsSpan(0, count));

    public void CopyToStream(Stream stream) => stream.Write(Data);

    public Task CopyToStreamAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(Data, cancellationToken).AsTask();
}
