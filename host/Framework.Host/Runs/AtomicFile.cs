using System.Globalization;
using System.Text;
using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>Files that are replaced whole or not at all: written to a temporary name, flushed to the disk, renamed.</summary>
internal static class AtomicFile
{
    /// <summary>What a file is called until it is complete.</summary>
    public const string TemporarySuffix = ".tmp";

    // Several processes, of several machines even, may write one file of a store at the same moment: the last one counts.
    private static readonly string Own = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}");

    private const int NoSpaceLeft = 28; // ENOSPC, which .NET passes on as the result code

    /// <summary>Replaces a file; what was there before stays until the new content is on the disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content, the same each time.</param>
    /// <param name="refused">What to throw where it cannot be written; without it, what says that the run can go on.</param>
    /// <exception cref="TrainingException">The disk is full or the folder not writable; what was there before is still there.</exception>
    public static void Write(string path, Action<Stream> write, Func<Exception, Exception>? refused = null)
    {
        var temporary = TemporaryOf(path);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.Read))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e)
        {
            var free = FreeBytes(path); // before the rest of the unfinished file is given back
            Remove(temporary);
            if (e is IOException or UnauthorizedAccessException)
                throw refused?.Invoke(e) ?? new TrainingException(Explain(path, write, free, e), e);
            throw;
        }
    }

    /// <summary>Replaces a text file; UTF-8.</summary>
    public static void WriteText(string path, string content) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    /// <summary>What a file is called until it is complete, by this process.</summary>
    public static string TemporaryOf(string path) => $"{path}.{Own}{TemporarySuffix}";

    /// <summary>The process that was writing such a file; null where another machine's was, or it is none.</summary>
    public static int? WriterOf(string path)
    {
        var own = string.Create(CultureInfo.InvariantCulture, $".{Environment.MachineName}-");
        var at = path.LastIndexOf(own, StringComparison.Ordinal);
        return at >= 0 && path.EndsWith(TemporarySuffix, StringComparison.Ordinal)
            && int.TryParse(path.AsSpan(at + own.Length, path.Length - at - own.Length - TemporarySuffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : null;
    }

    /// <summary>Deletes what writers that were killed left in a folder.</summary>
    public static void RemoveTemporaries(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*" + TemporarySuffix))
            Remove(file);
    }

    private static string Explain(string path, Action<Stream> write, long free, Exception cause)
    {
        var what = cause.HResult == NoSpaceLeft
            ? $"the disk is full: it needs {Measure(write):N0} bytes and {free:N0} are free. Free some space"
            : $"it could not be written: {cause.Message.TrimEnd('.')}. Make the folder writable";
        return $"{path}: {what}, then run the same command again: it resumes from the last saved state.";
    }

    private static long Measure(Action<Stream> write)
    {
        using var counter = new CountingStream();
        write(counter);
        return counter.Length;
    }

    private static long FreeBytes(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is not writable cannot be tidied either; the error that led here says so.
        }
    }
}
