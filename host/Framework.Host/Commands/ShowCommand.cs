using System.CommandLine;
using Framework.Host.Bundles;
using Framework.Host.Engines;
using Framework.Host.Engines.Frozen;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>show RUN</c>: where the units stand, what came out, and what it rests on.</summary>
internal sealed class ShowCommand : HostCommand
{
    private const string Indent = "  ";

    private readonly Argument<string> _run = new("RUN")
    {
        Description = "A run folder, an experiment's name for its newest run, or 'latest'",
        DefaultValueFactory = _ => "latest",
    };

    private readonly Option<string> _runs = RunOptions.MakeRuns();

    private readonly Option<string?> _bundle = new("--bundle")
    {
        Description = "Writes the frozen pipeline of the finished run into one file, for 'predict' anywhere",
        HelpName = "FILE",
    };

    private readonly Option<string?> _variant = RunOptions.MakeVariant();

    public ShowCommand()
        : base("show", "Shows a run: its units, its results, its provenance")
    {
        Add(_run);
        Add(_runs);
        Add(_bundle);
        Add(_variant);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var store = new RunStore(context.Arguments.GetValue(_runs)!, TimeProvider.System);
        var run = store.Find(context.Arguments.GetValue(_run)!);
        if (context.Arguments.GetValue(_bundle) is { } file)
            return Write(context, store, run, file, context.Arguments.GetValue(_variant));
        if (context.Arguments.GetValue(_variant) is not null)
            throw new ExperimentException("--variant chooses what '--bundle' writes. Add --bundle FILE, or leave --variant out.");
        Say(context, "units", run.Units.Select(Describe));
        if (run.Metrics is { } rows)
            Say(context, "results", ResultTable.Lines(rows, [], context.Terminal.Width), indent: ""); // as wide as a terminal as it is
        if (run.Verdicts is { Count: > 0 } verdicts)
            Say(context, "controls", Verdicts.Lines(verdicts));
        if (ProvenanceSummary.Of(run) is { Count: > 0 } provenance)
            Say(context, "provenance", TextTable.Headless([.. provenance.Select(pair => new[] { pair.Name, pair.Value })], context.Terminal.Width - Indent.Length));
        context.Terminal.Results.WriteLine(run.Path);
        return ExitCode.Done;
    }

    private static ExitCode Write(CommandContext context, RunStore store, RunFolder run, string file, string? variant)
    {
        var experiment = context.Loader.Load(run.ExperimentFile, ["phantom=null"]).OrThrow();
        using var interruption = new Interruption(context.Screen);
        var variants = ChosenVariants.Of(experiment, run, variant);
        foreach (var chosen in variants)
        {
            var own = ChosenVariants.FileOf(file, chosen, variants.Count);
            new BundleExport(store, context.Screen, context.Get<TimeProvider>()).Write(run, chosen, own, interruption.Token);
            context.Terminal.Results.WriteLine(own);
        }

        return ExitCode.Done;
    }

    private static string Describe(UnitFolder unit)
    {
        var status = unit.Status;
        var state = (status?.State ?? UnitState.Waiting).ToString().ToLowerInvariant();
        var steps = UnitLog.Read(unit.Events) is { Count: > 0 } events ? $", {events[^1].Step} steps" : "";
        var from = status?.From is { } other ? $", taken from {other}" : "";
        return $"{unit.Unit.Name}: {state}{steps}{from}{(status?.Message is { } message ? $": {message}" : "")}";
    }

    private static void Say(CommandContext context, string heading, IEnumerable<string> lines, string indent = Indent)
    {
        context.Terminal.Line(heading);
        foreach (var line in lines)
            context.Terminal.Line(indent + line);
    }
}
