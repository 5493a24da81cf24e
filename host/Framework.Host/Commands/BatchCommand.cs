using System.CommandLine;
using Framework.Host.Batches;
using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>batch FILE...</c>: several experiments by worker processes, with one summary.</summary>
internal sealed class BatchCommand : HostCommand
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Experiments, or patterns such as 'experiments/**/*.yaml'", Arity = ArgumentArity.ZeroOrMore };
    private readonly RunOptions _options = new();
    private readonly PlanOptions _plan = new();
    private readonly ThreadOptions _threads = new();
    private readonly BatchOptions _batch = new();
    private readonly Option<bool> _keepGoing = new("--keep-going") { Description = "Begins the other experiments although one has failed" };
    private readonly Option<bool> _dry = new("--dry-run") { Description = "Shows what would be done, and does nothing" };

    private readonly Option<bool> _status = new("--status") { Description = "Shows where the batch of these experiments is, or the newest one; does nothing" };

    public BatchCommand()
        : base("batch", "Runs several experiments, or goes on with them")
    {
        Add(_files);
        _options.AddTo(this);
        _plan.AddTo(this);
        _threads.AddTo(this);
        _batch.AddTo(this);
        Add(_keepGoing);
        Add(_dry);
        Add(_status);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        CommandOptions.RequireOne(arguments, "one shows what is done already, the other what would be done", _status, _dry);
        var words = arguments.GetValue(_files)!;
        if (words.Length == 0 && !arguments.GetValue(_status))
            throw new ExperimentException("'framework batch' needs FILE. `framework batch --help` shows what it takes.");
        var files = FilePatterns.Expand(words);
        var settings = _batch.Settings(arguments, _options, _threads, _plan.Words(arguments)) with { KeepGoing = arguments.GetValue(_keepGoing) };
        var store = _options.Store(arguments, TimeProvider.System).MakeWritable();
        var work = new BatchWork(context, store, settings);
        if (arguments.GetValue(_status))
            return ShowStatus(context, files.Count > 0 ? work.FolderOf(files) : BatchStatus.Newest(store));
        if (arguments.GetValue(_dry))
            return work.Forecast(files);
        var (record, code) = work.Do(files);
        foreach (var line in BatchTable.Lines(record, context.Terminal.Width))
            context.Terminal.Line(line);
        context.Terminal.Results.WriteLine(work.SummaryOf(files));
        BatchWork.ShowProblems(record, context.Terminal);
        return code;
    }

    private static ExitCode ShowStatus(CommandContext context, string folder)
    {
        var record = BatchStatus.Of(folder).GetAwaiter().GetResult();
        foreach (var line in BatchTable.Lines(record, context.Terminal.ResultWidth))
            context.Terminal.Results.WriteLine(line);
        foreach (var problem in BatchTable.Problems(record))
            context.Terminal.Results.WriteLine(problem);
        return (ExitCode)record.Experiments.Select(entry => entry.ExitCode ?? 0).FirstOrDefault(code => code != 0);
    }
}
