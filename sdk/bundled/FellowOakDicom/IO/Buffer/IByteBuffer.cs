namespace FellowOakDicom.IO.Buffer;

/// <summary>The bytes of a value, in memory or elsewhere; numbers lie in little endian order.</summary>
public interface IByteBuffer
{
    /// <summary>Whether the bytes are in memory, so that asking for them reads no file.</summary>
    bool IsMemory { get; }

    long Size { get; }

    /// <summary>All bytes. Not to be changed: where possible this is the array the value was read into.</summary>
    byte[] Data { get; }

    /// <summary>Copies a part of the bytes to the start of an array, without another copy on the way where possible.</summary>
    void GetByteRange(long offset, int count, byte[] output);

    void CopyToStream(Stream stream);

    Task CopyToStreamAsync(Stream stream, CancellationToken cancellationToken);
}
