using System.Diagnostics;

namespace Framework.Host.Tests.Processes;

/// <summary>A real managed debugger: .NET's own debugging interface, in a process of its own.</summary>
public sealed class DebuggerProcessTests
{
    [Fact]
    public async Task Run_WaitForDebugger_BeginsWhenOneAttachesAndEndsAsEver()
    {
        using var study = new TinyStudy();
        using var run = HostProcess.Start(study.Path, [.. HostProcess.RunTiny, "--wait-for-debugger"]);
        await run.Say($"waiting for a debugger: attach one to process {run.Id} ");
        var begunBefore = Directory.Exists(Path.Combine(study.Path, "runs", "tiny"));

        using var debugger = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DebuggerProcess.dll"), $"{run.Id}"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var said = await debugger.StandardOutput.ReadLineAsync();
        await run.Say("a debugger is attached");
        debugger.StandardInput.Close();
        await debugger.WaitForExitAsync();
        var (code, output, error) = await run.End();

        Assert.False(begunBefore);
        Assert.Equal("attached", said);
        Assert.Equal(0, debugger.ExitCode);
        Assert.True(code == 0, error);
        Assert.True(File.Exists(Path.Combine(study.Path, output.Trim(), "report.html")), output);
    }
}
