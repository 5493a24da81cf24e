namespace FellowOakDicom.IO.Buffer;

/// <summary>Several buffers one after another.</summary>
public class CompositeByteBuffer : IByteBuffer
{
    public CompositeByteBuffer(IEnumerable<IByteBuffer> buffers) => Buffers = [.. buffers];

    public CompositeByteBuffer(params IByteBuffer[] buffers)
        : this((IEnumerable<IByteBuffer>)buffers)
    {
    }

    public IList<IByteBuffer> Buffers { get; private set; }

    public bool IsMemory => Buffers.All(buffer => buffer.IsMemory);

    public long Size => Buffers.Sum(buffer => buffer.Size);

    public byte[] Data
    {
        get
        {
            var data = GC.AllocateUninitializedArray<byte>(checked((int)Size));
            GetByteRange(0, data.Length, data);
            return data;
        }
    }

    public void GetByteRange(long offset, int count, byte[] output)
    {
        this.CheckRange(offset, count);
        var done = 0;
        foreach (var buffer in Buffers)
        {
            var take = (int)Math.Clamp(buffer.Size - offset, 0, count - done);
            if (take > 0)
                buffer.Read(offset, output.AsSpan(done, take));
            offset = Math.Max(0, offset - buffer.Size);
            done += take;
        }
    }

    public void CopyToStream(Stream stream)
    {
        foreach (var buffer in Buffers)
            buffer.CopyToStream(stream);
    }

    public async Task CopyToStreamAsync(Stream stream, CancellationToken cancellationToken)
    {
        foreach (var buffer in Buffers)
            await buffer.CopyToStreamAsync(stream, cancellationToken).ConfigureAwait(false);
    }
}
