using System.Diagnostics;

namespace Framework.Host.Tests.Processes;

/// <summary>The tiny study, run without interruption.</summary>
public sealed class WholeRun : IAsyncLifetime
{
    internal TinyStudy Study { get; } = new();

    internal TimeSpan Duration { get; private set; }

    internal (int Code, string Output, string Error) Ended { get; private set; }

    public async Task InitializeAsync()
    {
        var started = Stopwatch.GetTimestamp();
        Ended = await HostProcess.Run(Study.Path, HostProcess.RunTiny);
        Duration = Stopwatch.GetElapsedTime(started);
    }

    public Task DisposeAsync()
    {
        Study.Dispose();
        return Task.CompletedTask;
    }
}
