using System.Text;
using FellowOakDicom.IO;
using FellowOakDicom.IO.Reader;
using FellowOakDicom.IO.Writer;

namespace FellowOakDicom;

/// <summary>A DICOM file: its meta information and its dataset.</summary>
public partial class DicomFile
{
    public DicomFile()
        : this(new DicomDataset())
    {
    }

    /// <summary>A file of a dataset; the meta information follows from it.</summary>
    public DicomFile(DicomDataset dataset)
    {
        Dataset = dataset;
        FileMetaInfo = new DicomFileMetaInformation(dataset);
        Format = DicomFileFormat.DICOM3;
    }

    // To be filled by a reader.
    private DicomFile(DicomFileFormat format) => Format = format;

    /// <summary>Where the file was read from or saved to; null for a stream.</summary>
    public IFileReference File { get; protected internal set; }

    public DicomFileFormat Format { get; protected internal set; }

    public DicomFileMetaInformation FileMetaInfo { get; protected internal set; }

    public DicomDataset Dataset { get; protected internal set; }

    /// <summary>Whether something is left out: reading was stopped, a large value was skipped, or the file ends early.</summary>
    public bool IsPartial { get; protected internal set; }

    /// <summary>Reads a file.</summary>
    /// <param name="fileName">The path.</param>
    /// <param name="readOption">What becomes of large values; unless told they are read when asked for.</param>
    /// <param name="largeObjectSize">From how many bytes on a value is large; 0 for 64 KB.</param>
    /// <exception cref="DicomFileException">It cannot be read, is not DICOM or breaks the rules of the format.</exception>
    public static DicomFile Open(string fileName, FileReadOption readOption = FileReadOption.Default, int largeObjectSize = 0) =>
        Open(fileName, null, null, readOption, largeObjectSize);

    /// <summary>Reads a file up to the element at which <paramref name="stop"/> says so.</summary>
    /// <param name="fileName">The path.</param>
    /// <param name="fallbackEncoding">For text where the file names no character set; null for ASCII.</param>
    /// <param name="stop">Asked before each value; true ends reading before it.</param>
    /// <param name="readOption">What becomes of large values; unless told they are read when asked for.</param>
    /// <param name="largeObjectSize">From how many bytes on a value is large; 0 for 64 KB.</param>
    /// <exception cref="DicomFileException">It cannot be read, is not DICOM or breaks the rules of the format.</exception>
    public static DicomFile Open(
        string fileName, Encoding fallbackEncoding, Func<ParseState, bool> stop = null,
        FileReadOption readOption = FileReadOption.Default, int largeObjectSize = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        var option = readOption == FileReadOption.Default ? FileReadOption.ReadLargeOnDemand : readOption;
        return FileOpener.Open(new DicomFile(DicomFileFormat.Unknown), fileName, new ReadSettings(option, largeObjectSize, stop, fallbackEncoding));
    }

    /// <summary>Reads a stream from where it stands; unless told large values are read at once.</summary>
    /// <exception cref="DicomFileException">It is not DICOM or breaks the rules of the format.</exception>
    public static DicomFile Open(Stream stream, FileReadOption readOption = FileReadOption.Default, int largeObjectSize = 0) =>
        Open(stream, null, null, readOption, largeObjectSize);

    /// <summary>Reads a stream from where it stands, up to the element at which <paramref name="stop"/> says so.</summary>
    /// <exception cref="DicomFileException">It is not DICOM or breaks the rules of the format.</exception>
    public static DicomFile Open(
        Stream stream, Encoding fallbackEncoding, Func<ParseState, bool> stop = null,
        FileReadOption readOption = FileReadOption.Default, int largeObjectSize = 0)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var option = readOption == FileReadOption.Default ? FileReadOption.ReadAll : readOption;
        return FileOpener.Open(new DicomFile(DicomFileFormat.Unknown), stream, new ReadSettings(option, largeObjectSize, stop, fallbackEncoding));
    }

    public static Task<DicomFile> OpenAsync(string fileName, FileReadOption readOption = FileReadOption.Default, int largeObjectSize = 0) =>
        OpenAsync(fileName, null, null, readOption, largeObjectSize);

    public static Task<DicomFile> OpenAsync(
        string fileName, Encoding fallbackEncoding, Func<ParseState, bool> stop = null,
        FileReadOption readOption = FileReadOption.Default, int largeObjectSize = 0) =>
        Task.Run(() => Open(fileName, fallbackEncoding, stop, readOption, largeObjectSize));

    public static Task<DicomFile> OpenAsync(Stream stream, FileReadOption readOption = FileReadOption.Default, int largeObjectSize = 0) =>
        OpenAsync(stream, null, null, readOption, largeObjectSize);

    public static Task<DicomFile> OpenAsync(
        Stream stream, Encoding fallbackEncoding, Func<ParseState, bool> stop = null,
        FileReadOption readOption = FileReadOption.Default, int largeObjectSize = 0) =>
        Task.Run(() => Open(stream, fallbackEncoding, stop, readOption, largeObjectSize));

    /// <summary>Whether a file has the letters DICM after 128 bytes.</summary>
    public static bool HasValidHeader(string path)
    {
        using var handle = System.IO.File.OpenHandle(path);
        Span<byte> start = stackalloc byte[132];
        return RandomAccessReading.ReadUpTo(handle, 0, start) == 132 && start[128..].SequenceEqual("DICM"u8);
    }

    public override string ToString() => $"DICOM File [{Format}]";
}
