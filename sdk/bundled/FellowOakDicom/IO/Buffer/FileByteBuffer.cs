namespace FellowOakDicom.IO.Buffer;

/// <summary>A part of a file, read each time it is asked for.</summary>
public sealed class FileByteBuffer : IByteBuffer
{
    public FileByteBuffer(IFileReference file, long position, long length)
    {
        File = file;
        Position = position;
        Size = length;
    }

    public bool IsMemory => false;

    public IFileReference File { get; }

    /// <summary>Where in the file the value begins.</summary>
    public long Position { get; }

    public long Size { get; }

    /// <exception cref="DicomIoException">The file has gone or has become shorter since it was opened.</exception>
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
        try
        {
            using var handle = System.IO.File.OpenHandle(File.Name);
            RandomAccessReading.Fill(handle, Position + offset, output, File.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DicomIoException($"{File.Name}: {e.Message}", e);
        }
    }
}
