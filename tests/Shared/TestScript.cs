using System.Diagnostics;

namespace Framework.Tests.Shared;

/// <summary>Scripts that a test writes and then has started.</summary>
internal static class TestScript
{
    /// <summary>
    /// Writes a script that can be executed. Another process writes it: a file that this one has open for writing is open too in whatever a test
    /// beside it starts at that moment, and until that has ended its start nobody can execute the file ("Text file busy").
    /// </summary>
    public static string Write(string path, string text)
    {
        using var writer = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", """cat >"$0" && chmod +x "$0" """, path]) { RedirectStandardInput = true })!;
        writer.StandardInput.Write(text);
        writer.StandardInput.Close();
        writer.WaitForExit();
        Assert.Equal(0, writer.ExitCode);
        return path;
    }
}
