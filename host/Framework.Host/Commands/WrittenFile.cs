using System.Text;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>A file that a command was asked to write.</summary>
internal static class WrittenFile
{
    /// <summary>Writes text as UTF-8, whole or not at all; its folder is made where it is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">What it is to hold.</param>
    /// <param name="remedy">What to do where it cannot be written: <c>Choose another place with --out.</c></param>
    /// <exception cref="ExperimentException">It cannot be written; what was there before is still there.</exception>
    public static void Text(string path, string content, string remedy)
    {
        ExperimentException Refused(Exception e) => new($"{path}: it cannot be written: {e.Message.TrimEnd('.')}. {remedy}", e);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(e);
        }

        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content)), Refused);
    }
}
