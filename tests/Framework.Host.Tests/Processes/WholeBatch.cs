using System.Diagnostics;

namespace Framework.Host.Tests.Processes;

/// <summary>The small batch, done without disturbance.</summary>
public sealed class WholeBatch : IAsyncLifetime
{
    internal TinyBatch Batch { get; } = new();

    internal TimeSpan Duration { get; private set; }

    internal (int Code, string Output, string Error) Ended { get; private set; }

    public async Task InitializeAsync()
    {
        var started = Stopwatch.GetTimestamp();
        Ended = await HostProcess.Run(Batch.Path, TinyBatch.Words);
        Duration = Stopwatch.GetElapsedTime(started);
    }

    public Task DisposeAsync()
    {
        Batch.Dispose();
        return Task.CompletedTask;
    }
}
