using System.Diagnostics;

namespace Framework.Tests.Shared;

/// <summary>A fact that needs the distribution's Python with some modules; skipped, by name, where one is absent.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    /// <summary>The distribution's own, which is where its packages are.</summary>
    public const string Python = "/usr/bin/python3";

    public PythonFactAttribute(params string[] modules) => Skip = modules.Select(Missing).FirstOrDefault(missing => missing is not null);

    private static string? Missing(string module)
    {
        if (!System.IO.File.Exists(Python))
            return $"needs {Python}, which is not here";
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", $"import importlib.util, sys; sys.exit(importlib.util.find_spec('{module}') is None)"]))!;
        process.WaitForExit();
        return process.ExitCode == 0 ? null : $"needs the Python module {module}, which is not here";
    }
}
