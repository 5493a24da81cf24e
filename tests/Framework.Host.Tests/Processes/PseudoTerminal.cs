using System.Diagnostics;
using System.Globalization;

namespace Framework.Host.Tests.Processes;

/// <summary>A program in a terminal of a given width, by util-linux's <c>script</c>.</summary>
internal static class PseudoTerminal
{
    private static readonly string[] Folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');

    /// <summary>Why there is none; null where there is.</summary>
    public static string? Missing { get; } = new[] { "script", "stty" }.FirstOrDefault(program => !Folders.Any(folder => File.Exists(Path.Combine(folder, program)))) is { } missing
        ? $"needs util-linux and coreutils: there is no '{missing}'"
        : null;

    /// <summary>Runs a shell command to its end; both of its streams go to the terminal.</summary>
    /// <returns>Its exit code, and everything that was written, with what moves the cursor.</returns>
    public static async Task<(int Code, string Written)> Run(string folder, int columns, string command)
    {
        var sized = string.Create(CultureInfo.InvariantCulture, $"stty rows 24 cols {columns}; {command}");
        var start = new ProcessStartInfo("script", ["--quiet", "--flush", "--return", "--command", sized, "/dev/null"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm";
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var name in new[] { "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE" })
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var written = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, written.Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
