using FellowOakDicom.IO;
using FellowOakDicom.IO.Writer;

namespace FellowOakDicom;

public partial class DicomFile
{
    /// <summary>Writes the file in the transfer syntax its meta information names.</summary>
    /// <exception cref="DicomFileException">It cannot be written.</exception>
    public void Save(string fileName, DicomWriteOptions options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        // In memory first: what is written may be read on demand from the very file that is replaced.
        using var content = new MemoryStream();
        Save(content, options);
        try
        {
            using var target = System.IO.File.Create(fileName);
            content.WriteTo(target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DicomFileException(this, $"{fileName}: {e.Message}", e);
        }
        File = new FileReference(fileName);
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <exception cref="DicomFileException">It cannot be written.</exception>
    public void Save(Stream stream, DicomWriteOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        OnSave();
        FileMetaInfo.Complete(Dataset);
        new DatasetWriter(stream, options ?? DicomWriteOptions.Default).WriteFile(this);
    }

    public Task SaveAsync(string fileName, DicomWriteOptions options = null) => Task.Run(() => Save(fileName, options));

    public Task SaveAsync(Stream stream, DicomWriteOptions options = null) => Task.Run(() => Save(stream, options));

    /// <summary>Called before the file is written.</summary>
    protected virtual void OnSave()
    {
    }
}
