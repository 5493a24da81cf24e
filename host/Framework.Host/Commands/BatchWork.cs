using Framework.Host.Batches;
using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>Does batches for commands: holds their folder, hears signals, and waits.</summary>
internal sealed class BatchWork(CommandContext context, RunStore store, BatchSettings settings)
{
    /// <summary>The summary's file of a batch.</summary>
    public string SummaryOf(IReadOnlyList<string> files) => Path.Combine(store.BatchesFolder, Path.GetFileName(FolderOf(files)), BatchPlace.FileName);

    /// <summary>Does the experiments.</summary>
    /// <returns>What was done, and what the command ends with.</returns>
    /// <exception cref="ExperimentException">Another process does this batch.</exception>
    public (BatchRecord Record, ExitCode Code) Do(IReadOnlyList<string> files)
    {
        var folder = FolderOf(files);
        using var only = RunLock.Take(folder, "this batch");
        AtomicFile.RemoveTemporaries(folder);
        using var interruption = new Interruption(context.Screen);
        using var batch = new BatchExecution(settings, folder, context.Screen, TimeProvider.System);
        var record = batch.Do(files, interruption.Token).GetAwaiter().GetResult();
        if (interruption.ExitCode is { } code)
            context.Screen.Line($"interrupted; the state is saved. This command resumes: {CommandWords.Resuming(Environment.GetCommandLineArgs().Skip(1))}");
        else
            code = (ExitCode)record.ExitCode!.Value;
        return (record, code);
    }

    /// <summary>Shows what was done, and what went wrong below it.</summary>
    public static void Show(BatchRecord record, HostTerminal terminal)
    {
        foreach (var line in BatchTable.Lines(record, terminal.Width))
            terminal.Line(line);
        ShowProblems(record, terminal);
    }

    /// <summary>Says what went wrong.</summary>
    public static void ShowProblems(BatchRecord record, HostTerminal terminal)
    {
        foreach (var problem in BatchTable.Problems(record))
            terminal.Error(problem);
    }

    /// <summary>Shows what would be done.</summary>
    /// <exception cref="ExperimentException">The workers would not fit into the memory.</exception>
    public ExitCode Forecast(IReadOnlyList<string> files)
    {
        var forecasts = BatchForecast.Of(files, settings, FolderOf(files)).GetAwaiter().GetResult();
        foreach (var line in BatchForecast.Lines(forecasts, settings, context.Terminal.Width))
            context.Terminal.Line(line);
        foreach (var problem in forecasts.Where(forecast => forecast.Problem is not null))
            context.Terminal.Error($"{problem.File}:\n{problem.Problem}");
        var memory = new MemoryShare(settings.Parallel, ProcessMemory.Available());
        foreach (var forecast in forecasts.Where(forecast => forecast.Memory is not null))
            memory.Add(forecast.Units - forecast.Done, forecast.Memory!.Bytes);
        if (memory.Needed > 0)
            context.Terminal.Line(memory.ToString());
        return forecasts.Select(forecast => forecast.Code).FirstOrDefault(code => code != ExitCode.Done);
    }

    /// <summary>The folder of a batch of these experiments.</summary>
    public string FolderOf(IReadOnlyList<string> files) => BatchPlace.Of(store, files, settings.SetWords);
}
