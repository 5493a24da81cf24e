using System.CommandLine;
using System.Globalization;
using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>runs</c>: every run of the store, newest first, and what is at work.</summary>
internal sealed class RunsCommand : HostCommand
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly Option<string> _runs = RunOptions.MakeRuns();
    private readonly Option<bool> _watch = new("--watch") { Description = "Looks again every two seconds and shows what has changed, until nothing is at work" };
    private readonly Option<bool> _json = CommandOptions.Json();

    public RunsCommand()
        : base("runs", "Lists the runs, newest first, and what they are doing")
    {
        Add(_runs);
        Add(_watch);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var (arguments, time) = (context.Arguments, TimeProvider.System);
        CommandOptions.RequireOne(arguments, "one shows lines as things change, the other what there is now, as one document", _watch, _json);
        var store = new RunStore(arguments.GetValue(_runs)!, time);
        if (arguments.GetValue(_watch))
            return Watch(store, context, time);
        var runs = store.Runs().Select(RunOverview.Of).ToList();
        if (arguments.GetValue(_json))
            WriteJson(context.Terminal.Results, runs);
        else if (runs.Count == 0)
            context.Terminal.Line($"there is no run in '{store.Root}' yet. `framework run FILE` makes one; --runs names another folder of runs.");
        else
            foreach (var line in Lines(runs, time.GetUtcNow(), context.Terminal.ResultWidth))
                context.Terminal.Results.WriteLine(line);
        return ExitCode.Done;
    }

    /// <summary>A line a run; below one that works, a line a unit.</summary>
    private static IEnumerable<string> Lines(List<RunOverview> runs, DateTimeOffset now, int? width)
    {
        var table = TextTable.WithHead([["run", "state", "units", "started", "by"], .. runs.Select(Cells)], width);
        foreach (var line in table.Head)
            yield return line;
        for (var row = 0; row < runs.Count; row++)
        {
            foreach (var line in table.Rows[row])
                yield return line;
            foreach (var unit in runs[row].AtWork)
                yield return $"  {RunOverview.Words(unit, now)}";
        }
    }

    private static string[] Cells(RunOverview run) =>
    [
        run.Run, run.State, string.Create(CultureInfo.InvariantCulture, $"{run.Done} of {run.Units}"),
        run.Started?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-", run.Owner ?? "",
    ];

    private static ExitCode Watch(RunStore store, CommandContext context, TimeProvider time)
    {
        using var interruption = new Interruption(context.Screen, say: false);
        var shown = new HashSet<string>();
        var terminal = context.Terminal;
        var inPlace = terminal.ResultLook.Moves ? new Footer(terminal.ResultLook) : null;
        while (true)
        {
            var working = store.Runs().Select(RunOverview.Of).Where(run => run.State == "working").ToList();
            var lines = working.Count == 0 ? ["nothing is at work"] : Lines(working, time.GetUtcNow(), terminal.ResultWidth).ToList();
            if (inPlace is not null)
                terminal.Results.Write(inPlace.Change([.. lines.Select(line => Terminal.Cells.Cut(line, terminal.ResultWidth!.Value - 1, "..."))]));
            else
                foreach (var line in lines.Where(line => !shown.Contains(line)))
                    terminal.Results.WriteLine(line);
            shown = [.. lines];
            if (working.Count > 0 && !OutputPipe.IsClosed(WindowSize.StandardOutput) && !interruption.Token.WaitHandle.WaitOne(Interval))
                continue;
            if (inPlace is not null)
                terminal.Results.WriteLine();
            return ExitCode.Done;
        }
    }

    private static void WriteJson(TextWriter output, List<RunOverview> runs) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var run in runs)
        {
            json.WriteStartObject();
            json.WriteString("run", run.Run);
            json.WriteString("state", run.State);
            json.WriteNumber("done", run.Done);
            json.WriteNumber("units", run.Units);
            if (run.Started is { } started)
                json.WriteString("started", started);
            else
                json.WriteNull("started");
            json.WriteString("owner", run.Owner);
            json.WriteStartArray("at_work");
            foreach (var (unit, status) in run.AtWork)
            {
                json.WriteStartObject();
                json.WriteString("unit", unit);
                if (status.Pulse is { } pulse)
                {
                    json.WriteString("at", pulse.At);
                    json.WriteNumber("done", pulse.Done);
                    json.WriteNumber("total", pulse.Total);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
