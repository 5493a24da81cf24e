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
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw new ExperimentException($"{path}: it cannot be written: {e.Message.TrimEnd('.')}. {remedy}", e);
        }
    }
}
