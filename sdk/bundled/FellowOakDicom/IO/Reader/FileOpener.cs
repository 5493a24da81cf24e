using System.IO.Compression;

namespace FellowOakDicom.IO.Reader;

// From bytes to a DicomFile: finds where the dataset begins and how it is encoded, then has it parsed.
internal static class FileOpener
{
    // What a deflated dataset may grow to. The format allows a thousandfold, which only an image of one value reaches, and then in a small file.
    private const long LargestInflated = 1L << 30;
    private const long AlwaysAllowed = 1L << 26;
    private const long GreatestInflation = 256;

    public static DicomFile Open(DicomFile file, string path, ReadSettings settings)
    {
        try
        {
            using var handle = System.IO.File.OpenHandle(path);
            var reference = new FileReference(path);
            file.File = reference;
            return Read(file, new FileSupply(handle, reference), path, settings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DicomFileException(file, e is FileNotFoundException or DirectoryNotFoundException
                ? $"{path}: there is no such file."
                : $"{path}: {e.Message}", e);
        }
    }

    public static DicomFile Open(DicomFile file, Stream stream, ReadSettings settings)
    {
        try
        {
            return Read(file, Supply(stream), stream is FileStream named ? named.Name : "(stream)", settings);
        }
        catch (Exception e) when (e is IOException or NotSupportedException or ObjectDisposedException)
        {
            throw new DicomFileException(file, $"The stream cannot be read: {e.Message}", e);
        }
    }

    private static ByteSupply Supply(Stream stream)
    {
        if (stream.CanSeek)
            return new StreamSupply(stream);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return new MemorySupply(content.ToArray());
    }

    private static DicomFile Read(DicomFile file, ByteSupply supply, string name, ReadSettings settings)
    {
        var origin = new DatasetOrigin(name);
        try
        {
            var window = new ByteWindow(supply);
            file.Format = FileStart.Find(window);
            file.FileMetaInfo = ReadMeta(window, settings, origin);
            var syntax = FileStart.Syntax(window, file.FileMetaInfo.TransferSyntax);
            if (syntax.IsDeflate)
                window = new ByteWindow(Inflate(supply, window.Position));
            var dataset = new DicomDataset(syntax) { AutoValidate = false };
            dataset.OuterEncodings = settings.FallbackEncoding is null ? null : [settings.FallbackEncoding];
            var parser = new DatasetParser(window, settings, origin, syntax);
            parser.Parse(dataset);
            file.Dataset = dataset;
            file.IsPartial = parser.Result != DicomReaderResult.Success || parser.HasSkipped || origin.Cut is not null;
            return file;
        }
        catch (DicomException e) when (e is not DicomFileException)
        {
            throw new DicomFileException(file, $"{name}: {e.Message}", e);
        }
    }

    private static DicomFileMetaInformation ReadMeta(ByteWindow window, ReadSettings settings, DatasetOrigin origin)
    {
        var meta = new DicomFileMetaInformation { AutoValidate = false, Origin = origin };
        var whole = settings with { Stop = null, Option = FileReadOption.ReadAll };
        new DatasetParser(window, whole, origin, DicomTransferSyntax.ExplicitVRLittleEndian).ParseMeta(meta);
        return meta;
    }

    private static MemorySupply Inflate(ByteSupply supply, long position)
    {
        var compressed = new byte[supply.Length - position];
        supply.Read(position, compressed);
        using var inflated = new MemoryStream();
        using var deflate = new DeflateStream(new MemoryStream(compressed), CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var limit = Math.Min(LargestInflated, Math.Max(AlwaysAllowed, compressed.Length * GreatestInflation));
        try
        {
            while (deflate.Read(buffer) is > 0 and var count)
            {
                if (inflated.Length + count > limit)
                    throw new DicomReaderException($"at byte {position:N0}: the deflated dataset of {compressed.Length:N0} bytes grows beyond {limit:N0}.");
                inflated.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException e)
        {
            throw new DicomReaderException($"at byte {position:N0}: the deflated dataset is broken after {inflated.Length:N0} inflated bytes.", e);
        }
        return new MemorySupply(inflated.ToArray());
    }
}
