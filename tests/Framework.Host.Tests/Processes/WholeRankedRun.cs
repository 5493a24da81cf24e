namespace Framework.Host.Tests.Processes;

/// <summary>The ranked study by two processes that nobody disturbed.</summary>
public sealed class WholeRankedRun : IAsyncLifetime
{
    internal TinyStudy Study { get; } = RankedStudy.Long();

    internal (int Code, string Output, string Error) Ended { get; private set; }

    public async Task InitializeAsync() => Ended = await HostProcess.Run(Study.Path, RankedStudy.Two);

    public Task DisposeAsync()
    {
        Study.Dispose();
        return Task.CompletedTask;
    }
}
