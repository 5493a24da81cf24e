namespace FellowOakDicom.IO;

/// <summary>A file by its path.</summary>
public interface IFileReference
{
    bool Exists { get; }

    /// <summary>Whether the file is to be deleted with its last reference.</summary>
    bool IsTempFile { get; set; }

    string Name { get; }

    IDirectoryReference Directory { get; }

    Stream Create();

    Stream Open();

    Stream OpenRead();

    Stream OpenWrite();

    void Delete();

    void Move(string dstFileName, bool overwrite = false);

    byte[] GetByteRange(long offset, int count);

    void GetByteRange(long offset, int count, byte[] output);
}
