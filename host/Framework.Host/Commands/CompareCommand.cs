using System.CommandLine;
using System.Globalization;
using Framework.Host.Engines.Comparison;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>compare RUN RUN...</c>: the first run beside each other one, with paired tests.</summary>
internal sealed class CompareCommand : HostCommand
{
    private readonly Argument<string[]> _names = new("RUN") { Description = "Two or more finished runs, as 'show' takes them, or RUN@VARIANT; the first is compared with each other", Arity = new ArgumentArity(2, 100) };
    private readonly Option<string> _runs = RunOptions.MakeRuns();
    private readonly Option<bool> _json = CommandOptions.Json();

    public CompareCommand()
        : base("compare", "Compares runs on the same cases: figures side by side, paired tests, what can be told apart")
    {
        Add(_names);
        Add(_runs);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var store = new RunStore(context.Arguments.GetValue(_runs)!, TimeProvider.System);
        ComparedRun[] runs = [.. context.Arguments.GetValue(_names)!.Select(name => Open(context, store, name))];
        RunComparison.MustDiffer(runs);
        var figures = RunComparison.Of(runs);
        if (context.Arguments.GetValue(_json))
            WriteJson(context.Terminal.Results, runs, figures);
        else
            WriteTables(context.Terminal, runs, figures);
        return ExitCode.Done;
    }

    // A variant's name stands behind the run's; '@' may stand in the path of a run, too.
    private static ComparedRun Open(CommandContext context, RunStore store, string name)
    {
        var at = Directory.Exists(name) ? -1 : name.LastIndexOf('@');
        var run = store.Find(at < 0 ? name : name[..at]);
        return run.IsFinished
            ? ComparedRun.Of(run, context.Loader.Load(run.ExperimentFile, []).OrThrow(), at < 0 ? null : name[(at + 1)..])
            : throw new ExperimentException($"{run.Path}: this run is not finished, and half a run is not compared. Run it to its end first.");
    }

    private static void WriteTables(HostTerminal terminal, ComparedRun[] runs, IReadOnlyList<ComparedFigure> figures)
    {
        foreach (var pair in figures.GroupBy(figure => figure.Second))
        {
            terminal.Results.WriteLine($"{runs[0].Name} against {runs[pair.Key].Name}");
            string[] header = ["stage", "part", "at", "metric", "label", "first", "second", "difference", "p", "corrected", "cases", "subjects", "test", ""];
            foreach (var line in TextTable.Lines([header, .. pair.Select(Cells)], terminal.ResultWidth, titles: 5))
                terminal.Results.WriteLine(line);
        }
    }

    private static string[] Cells(ComparedFigure figure)
    {
        var result = figure.Result;
        var interval = result is { Low: { } low, High: { } high } ? $" [{Number(low)}, {Number(high)}]" : "";
        return
        [
            figure.Stage, figure.Split, figure.At, result.Metric, result.Label ?? "all", Number(result.First), Number(result.Second), Number(result.Difference) + interval,
            Number(result.P), Number(figure.Corrected), $"{result.Count}", $"{result.Subjects}", result.Method, figure.IsDistinguishable ? "" : "not distinguishable",
        ];
    }

    private static string Number(double value) => double.IsNaN(value) ? "-" : value.ToString("F4", CultureInfo.InvariantCulture);

    private static void WriteJson(TextWriter output, ComparedRun[] runs, IReadOnlyList<ComparedFigure> figures) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var figure in figures)
        {
            var result = figure.Result;
            json.WriteStartObject();
            json.WriteString("first_run", runs[0].Name);
            json.WriteString("second_run", runs[figure.Second].Name);
            json.WriteString("stage", figure.Stage);
            json.WriteString("split", figure.Split);
            json.WriteString("at", figure.At);
            json.WriteString("metric", result.Metric);
            json.WriteString("label", result.Label);
            foreach (var (name, value) in new (string, double?)[]
                { ("first", result.First), ("second", result.Second), ("difference", result.Difference), ("low", result.Low), ("high", result.High), ("level", result.Level), ("p", result.P), ("p_corrected", figure.Corrected) })
            {
                if (value is { } number && double.IsFinite(number))
                    json.WriteNumber(name, number);
                else
                    json.WriteNull(name);
            }

            json.WriteNumber("n", result.Count);
            json.WriteNumber("subjects", result.Subjects);
            json.WriteString("method", result.Method);
            json.WriteBoolean("distinguishable", figure.IsDistinguishable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
