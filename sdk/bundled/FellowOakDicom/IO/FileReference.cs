namespace FellowOakDicom.IO;

/// <summary>A file by its path.</summary>
public sealed class FileReference : IFileReference
{
    // Only a temporary file needs the finalizer; one for each of 750,000 headers would cost more than reading them.
    public FileReference(string fileName)
    {
        Name = fileName;
        GC.SuppressFinalize(this);
    }

    ~FileReference()
    {
        if (IsTempFile && Exists)
            Delete();
    }

    public string Name { get; private set; }

    public bool Exists => File.Exists(Name);

    public bool IsTempFile
    {
        get;
        set
        {
            field = value;
            if (value)
                GC.ReRegisterForFinalize(this);
            else
                GC.SuppressFinalize(this);
        }
    }

    public IDirectoryReference Directory => new DirectoryReference(Path.GetDirectoryName(Path.GetFullPath(Name)));

    public Stream Create() => File.Create(Name);

    public Stream Open() => File.Open(Name, FileMode.Open, FileAccess.ReadWrite);

    public Stream OpenRead() => File.OpenRead(Name);

    public Stream OpenWrite() => File.OpenWrite(Name);

    public void Delete() => File.Delete(Name);

    public void Move(string dstFileName, bool overwrite = false)
    {
        File.Move(Name, dstFileName, overwrite);
        Name = dstFileName;
    }

    public byte[] GetByteRange(long offset, int count)
    {
        var output = new byte[count];
        GetByteRange(offset, count, output);
        return output;
    }

    public void GetByteRange(long offset, int count, byte[] output)
    {
        using var handle = File.OpenHandle(Name);
        RandomAccessReading.Fill(handle, offset, output.AsSpan(0, count), Name);
    }

    public override string ToString() => IsTempFile ? $"{Name} [TEMP]" : Name;
}
