using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Reports;
using Framework.Host.Runs;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Commands;

/// <summary><c>report RUN</c>: makes the report of a finished run again, from its folder.</summary>
internal sealed class ReportCommand : HostCommand
{
    private readonly Argument<string> _run = new("RUN")
    {
        Description = "A run folder, an experiment's name for its newest run, or 'latest'",
        DefaultValueFactory = _ => "latest",
    };

    private readonly Option<string> _runs = RunOptions.MakeRuns();

    public ReportCommand()
        : base("report", "Makes the report of a finished run again")
    {
        Add(_run);
        Add(_runs);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var store = new RunStore(context.Arguments.GetValue(_runs)!, TimeProvider.System);
        var folder = store.Find(context.Arguments.GetValue(_run)!);
        if (folder.Metrics is null || folder.Units.FirstOrDefault(unit => !unit.IsFinished) is { })
            throw new ExperimentException($"{folder.Path}: this run is not finished, and a report is made of all of its units. Run the experiment again: it resumes.");
        using var only = RunLock.Take(folder.Path);
        var experiment = context.Loader.Load(folder.ExperimentFile, []).OrThrow();
        new RunReporter(WithData(context, store, folder, experiment) ?? ReportedRun.WithoutData(folder, experiment)).Write();
        context.Terminal.Line($"report: {folder.ReportFile}");
        context.Terminal.Results.WriteLine(folder.Path);
        return ExitCode.Done;
    }

    /// <summary>The run with its data; null where they are not at hand any more, which is said.</summary>
    private static ReportedRun? WithData(CommandContext context, RunStore store, RunFolder folder, Experiment experiment)
    {
        try
        {
            // What is not there is not to be written anew: a report looks back.
            var variants = new DataPreparation(store, context.Screen).PrepareAll(experiment with { Phantom = null }, CancellationToken.None);
            var index = variants[0].Data.Index;
            if (folder.Provenance?.Data is { } then && (then.Cases, then.Subjects) != (index.Cases.Count, index.Cases.Select(item => item.Subject).Distinct().Count()))
                throw new DataFormatException("there are not the cases there any more that this run was made on.");
            var work = new RunWork(folder, variants, new RunSettings { Device = torch.CPU, CommandLine = CommandWords.OfProcess() });
            return ReportedRun.Of(work, new Evaluation(work));
        }
        catch (DataFormatException e)
        {
            context.Screen.Warn($"{e.Message} The report is made without the data: it has no cohort, curves or images.");
            return null;
        }
    }
}
