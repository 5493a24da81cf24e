using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using FellowOakDicom;

namespace Framework.Components.Data.Headers;

/// <summary>The headers of every DICOM file below a folder. Cached: a file is read again only when its size or time changed.</summary>
public static class DicomHeaderIndex
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = false };

    /// <summary>Lists the headers, ordered by path.</summary>
    /// <param name="folder">The folder; it is not written to.</param>
    /// <param name="context">Where the cache lies, progress and cancellation.</param>
    /// <param name="threads">Threads that read; 0 for one a processor.</param>
    /// <param name="anyName">Files of any name that are DICOM, as scanners write them; otherwise those that end in <c>.dcm</c>, DICOM or not.</param>
    /// <exception cref="DataFormatException">The folder is not there or may not be read.</exception>
    public static IReadOnlyList<DicomHeader> Of(string folder, IndexContext context, int threads = 0, bool anyName = false)
    {
        var root = Path.GetFullPath(folder);
        var files = ListFiles(root, anyName);
        Directory.CreateDirectory(context.CacheFolder);
        var cache = Path.Combine(context.CacheFolder, $"headers-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(anyName ? root + "\n*" : root)))[..16]}.bin");
        var known = DicomHeaderCache.Read(cache);
        var headers = new DicomHeader[files.Length];
        var acquisitions = new ConcurrentDictionary<DicomAcquisition, DicomAcquisition>();
        var read = 0;
        var done = 0L;
        var options = new ParallelOptions { CancellationToken = context.Cancellation, MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount };
        Parallel.For(0, files.Length, options, i =>
        {
            var (path, size, modified) = files[i];
            if (!known.TryGetValue(path, out var header) || header.Size != size || header.Modified != modified)
            {
                header = DicomHeaderReader.Read(root, path, size, modified);
                header = header with { Acquisition = acquisitions.GetOrAdd(header.Acquisition, header.Acquisition) };
                Interlocked.Increment(ref read);
            }

            headers[i] = header;
            if (Interlocked.Increment(ref done) % 1000 == 0)
                context.Progress?.Report((Interlocked.Read(ref done), files.Length));
        });
        if (read > 0 || known.Count != headers.Length)
            DicomHeaderCache.Write(cache, headers);
        return headers;
    }

    private static (string Path, long Size, long Modified)[] ListFiles(string root, bool anyName)
    {
        try
        {
            var files = new DirectoryInfo(root).EnumerateFiles(anyName ? "*" : "*.dcm", Everything)
                .Where(file => !anyName || IsNamedDicom(file) || DicomFile.HasValidHeader(file.FullName))
                .Select(file => (Path: Path.GetRelativePath(root, file.FullName), file.Length, file.LastWriteTimeUtc.Ticks)).ToArray();
            Array.Sort(files, static (a, b) => string.CompareOrdinal(a.Path, b.Path));
            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFormatException($"{root}: cannot be listed: {e.Message} Check the path and its permissions.", e);
        }
    }

    private static bool IsNamedDicom(FileInfo file) => file.Extension.Equals(".dcm", StringComparison.OrdinalIgnoreCase);
}
