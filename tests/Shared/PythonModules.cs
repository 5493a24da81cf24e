using System.Diagnostics;

namespace Framework.Tests.Shared;

/// <summary>The distribution's own Python, which is where its packages are: a peer to hold results against, never needed by the product.</summary>
public static class PythonModules
{
    public const string Python = "/usr/bin/python3";

    /// <summary>Null where all modules can be imported, else the reason for skipping.</summary>
    public static string? Missing(params string[] modules)
    {
        if (!System.IO.File.Exists(Python))
            return $"needs {Python}, which is not here";
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", $"import {string.Join(", ", modules)}"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : $"needs Python with {string.Join(", ", modules)}, which is not here";
    }
}
