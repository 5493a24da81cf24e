namespace Framework.Components;

/// <summary>Files that are there whole or not at all: written beside their place under another name, then renamed.</summary>
/// <remarks>Not flushed to the disk: for what can be made again.</remarks>
internal static class WholeFile
{
    private const int BufferBytes = 1 << 17;

    /// <summary>Replaces a file; where writing fails, what was there before stays.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes))
                write(stream);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
