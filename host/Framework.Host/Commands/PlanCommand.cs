using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Planning;
using Framework.Host.Ranks;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>plan FILE</c>: the units that a run would do, what they read, which are done, and how long the others will take.</summary>
internal sealed class PlanCommand : HostCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The experiment" };
    private readonly Option<string[]> _sets = CommandOptions.Set();
    private readonly Option<string> _runs = RunOptions.MakeRuns();
    private readonly RankOptions _ranks = new("Says which units so many processes train together, and that there are any");
    private readonly Option<bool> _json = CommandOptions.Json();

    public PlanCommand()
        : base("plan", "Shows the units that an experiment's run would do, and which are done already")
    {
        Add(_file);
        Add(_sets);
        Add(_runs);
        _ranks.AddTo(this);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        var experiment = context.Loader.Load(arguments.GetValue(_file)!, arguments.GetValue(_sets) ?? []).OrThrow();
        var store = new RunStore(arguments.GetValue(_runs)!, TimeProvider.System).MakeWritable();
        var variants = new DataPreparation(store, context.Screen).PrepareAll(experiment, CancellationToken.None);
        var together = _ranks.Asked(arguments) is > 1 and var ranks ? RankNeeds.Together(variants, FormattableString.Invariant($"{RankOptions.Name} {ranks}")) : null;
        var units = UnitForecast.Of(new Planner(context.Plugins.Catalogue).Make(variants), store);
        if (arguments.GetValue(_json))
            WriteJson(context.Terminal.Results, units);
        else
            Show(context.Terminal, units, together);
        return ExitCode.Done;
    }

    private static void Show(HostTerminal terminal, IReadOnlyList<UnitForecast> units, Func<UnitId, bool>? together)
    {
        string[] Trained(string text) => together is null ? [] : [text];
        foreach (var line in TextTable.Lines([["unit", "state", .. Trained("trained by"), "reads"], .. units.Select(unit => (string[])[unit.Unit.Name, State(unit), .. Trained(together?.Invoke(unit.Unit.Id) == true ? "all ranks" : "rank 0"), string.Join(", ", unit.Unit.Reads)])], terminal.Width))
            terminal.Line(line);
        terminal.Line(UnitTimes.Words(units));
    }

    private static string State(UnitForecast unit) => unit switch
    {
        { Done: { } done } when done == unit.Unit.SameAs => $"the same as {done}",
        { Done: { } done } => $"done in {done}",
        { Estimate: { } time } => $"to do, about {UnitTimes.Words(time)}",
        _ => "to do",
    };

    private static void WriteJson(TextWriter output, IReadOnlyList<UnitForecast> units) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var unit in units)
        {
            json.WriteStartObject();
            json.WriteString("name", unit.Unit.Name);
            json.WriteString("key", unit.Unit.Key);
            json.WriteStartArray("reads");
            foreach (var read in unit.Unit.Reads)
                json.WriteStringValue(read);
            json.WriteEndArray();
            json.WriteString("done", unit.Done);
            if (unit.Estimate is { } time)
                json.WriteNumber("seconds", Math.Round(time.TotalSeconds, 1));
            else
                json.WriteNull("seconds");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
