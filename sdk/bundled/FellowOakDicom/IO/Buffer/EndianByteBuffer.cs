namespace FellowOakDicom.IO.Buffer;

/// <summary>Another buffer whose numbers lie in a given byte order, shown in that of this machine.</summary>
public class EndianByteBuffer : IByteBuffer
{
    private EndianByteBuffer(IByteBuffer buffer, Endian endian, int unitSize)
    {
        Internal = buffer;
        Endian = endian;
        UnitSize = unitSize;
    }

    public IByteBuffer Internal { get; }

    public Endian Endian { get; }

    /// <summary>Bytes of one number.</summary>
    public int UnitSize { get; }

    public bool IsMemory => Internal.IsMemory;

    public long Size => Internal.Size;

    public byte[] Data
    {
        get
        {
            var data = Internal.AsSpan().ToArray();
            Endian.SwapBytes(UnitSize, data);
            return data;
        }
    }

    /// <summary>The buffer itself where nothing is to be swapped, else one that swaps.</summary>
    public static IByteBuffer Create(IByteBuffer buffer, Endian endian, int unitSize) =>
        endian == Endian.LocalMachine || unitSize <= 1 ? buffer : new EndianByteBuffer(buffer, endian, unitSize);

    public void GetByteRange(long offset, int count, byte[] output)
    {
        this.CheckRange(offset, count);
        Data.AsSpan((int)offset, count).CopyTo(output);
    }

    public void CopyToStream(Stream stream) => stream.Write(Data);

    public Task CopyToStreamAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(Data, cancellationToken).AsTask();
}
