using System.Diagnostics;
using System.Text.Json;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Models.Parity;

/// <summary>Figures that Python computes while the test waits.</summary>
internal static class Peer
{
    public static JsonElement Figures(string script, params string[] arguments)
    {
        var file = Path.Combine(SharedData.RepositoryRoot, "tests", "Framework.Components.Tests", "Peers", script);
        using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, [file, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var figures = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return JsonDocument.Parse(figures).RootElement;
    }
}
