using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>Finds out before the work, not after it, whether results can be written where the user wants them.</summary>
internal static class WritableFolder
{
    /// <summary>Makes the folder where it is not there, and tries to write into it.</summary>
    /// <param name="option">Names the folder on the command line or in the experiment.</param>
    /// <param name="asked">The place as the user typed it.</param>
    /// <param name="folder">The folder that must be writable for it: itself, or the one around it.</param>
    /// <exception cref="ExperimentException">Nothing can be written there.</exception>
    public static void Make(string option, string asked, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            new FileStream(AtomicFile.TemporaryOf(Path.Combine(folder, ".writable")), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unwritable(option, asked, Reason(folder, e), e);
        }
    }

    /// <summary>The error for a place that cannot be written.</summary>
    public static ExperimentException Unwritable(string option, string asked, string reason, Exception? cause = null) =>
        new($"{option}: '{asked}' cannot be written: {reason}. Name another folder.", cause);

    private static string Reason(string folder, Exception cause) => cause switch
    {
        ArgumentException => "it is no name of a folder",
        _ when FileOnTheWay(folder) is { } file => file == folder ? "it is a file" : $"'{file}' is a file",
        UnauthorizedAccessException => "the system does not allow it",
        DirectoryNotFoundException or FileNotFoundException => "the system makes neither folders nor files there",
        _ => cause.Message.ReplaceLineEndings(" ").TrimEnd('.'),
    };

    private static string? FileOnTheWay(string folder)
    {
        for (var path = folder; !string.IsNullOrEmpty(path); path = Path.GetDirectoryName(path))
            if (File.Exists(path))
                return path;
        return null;
    }
}
