using System.Collections.Concurrent;
using System.Diagnostics;

namespace Framework.Tests.Shared;

/// <summary>The distribution's own Python, which is where its packages are: a peer to hold results against, never needed by the product.</summary>
public static class PythonModules
{
    /// <summary><c>FRAMEWORK_PYTHON</c>, or the distribution's.</summary>
    public static string Python { get; } = Environment.GetEnvironmentVariable("FRAMEWORK_PYTHON") is { Length: > 0 } given ? given : "/usr/bin/python3";

    // Each test asks while tests are discovered, and an import takes seconds.
    private static readonly ConcurrentDictionary<string, Lazy<string?>> Known = new();

    /// <summary>Null where all modules can be imported, else the reason for skipping.</summary>
    public static string? Missing(params string[] modules)
    {
        var list = string.Join(", ", modules);
        return Known.GetOrAdd(list, _ => new Lazy<string?>(() => Import(list))).Value;
    }

    private static string? Import(string modules)
    {
        if (!System.IO.File.Exists(Python))
            return $"needs {Python}, which is not here";
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", $"import {modules}"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : $"needs Python with {modules}, which is not here";
    }
}
