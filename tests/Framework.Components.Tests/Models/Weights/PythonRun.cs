using System.Diagnostics;

namespace Framework.Components.Tests.Models.Weights;

/// <summary>Runs a script with the distribution's Python; what it prints.</summary>
internal static class PythonRun
{
    public static string File(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(PythonModules.Python, [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OMP_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(errors.GetAwaiter().GetResult());
    }
}
