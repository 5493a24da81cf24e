using FellowOakDicom.IO.Buffer;
using Microsoft.Win32.SafeHandles;

namespace FellowOakDicom.IO.Reader;

// Bytes by position: of a file, a stream or an array.
internal abstract class ByteSupply
{
    public abstract long Length { get; }

    // The whole where it lies in memory already, so that nothing is copied; else null.
    public virtual byte[] Whole => null;

    // As many bytes as there are, at most what fits.
    public abstract int Read(long position, Span<byte> output);

    // A value that is read when it is asked for.
    public abstract IByteBuffer OnDemand(long position, long length);
}

internal sealed class FileSupply(SafeFileHandle handle, IFileReference file) : ByteSupply
{
    public override long Length { get; } = RandomAccess.GetLength(handle);

    public override int Read(long position, Span<byte> output) => RandomAccessReading.ReadUpTo(handle, position, output);

    public override IByteBuffer OnDemand(long position, long length) => new FileByteBuffer(file, position, length);
}

internal sealed class StreamSupply(Stream stream) : ByteSupply
{
    private readonly long _start = stream.Position;

    public override long Length { get; } = stream.Length - stream.Position;

    public override int Read(long position, Span<byte> output)
    {
        stream.Position = _start + position;
        return stream.ReadAtLeast(output, output.Length, throwOnEndOfStream: false);
    }

    public override IByteBuffer OnDemand(long position, long length) => new StreamByteBuffer(stream, _start + position, length);
}

internal sealed class MemorySupply(byte[] data) : ByteSupply
{
    public override long Length => data.Length;

    public override byte[] Whole => data;

    public override int Read(long position, Span<byte> output)
    {
        var rest = data.AsSpan((int)Math.Min(position, data.Length));
        var count = Math.Min(rest.Length, output.Length);
        rest[..count].CopyTo(output);
        return count;
    }

    public override IByteBuffer OnDemand(long position, long length) => new SegmentByteBuffer(data, (int)position, (int)length);
}
