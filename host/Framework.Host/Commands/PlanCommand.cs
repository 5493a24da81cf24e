using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Planning;
using Framework.Host.Ranks;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>plan FILE</c>: the units that a run would do, what they read, which are done, how long the others will take, and how much memory.</summary>
internal sealed class PlanCommand : HostCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The experiment" };
    private readonly RunOptions _options = new();
    private readonly ThreadOptions _threads = new();
    private readonly RankOptions _ranks = new("Says which units so many processes train together, and that there are any");
    private readonly Option<bool> _memory = new("--memory") { Description = "Adds what a process takes that does one unit: as measured before, else by a batch that is tried" };
    private readonly Option<bool> _json = CommandOptions.Json();

    public PlanCommand()
        : base("plan", "Shows the units that an experiment's run would do, and which are done already")
    {
        Add(_file);
        _options.AddTo(this);
        _threads.AddTo(this);
        _ranks.AddTo(this);
        Add(_memory);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        var experiment = context.Loader.Load(arguments.GetValue(_file)!, _options.Sets(arguments)).OrThrow();
        var store = _options.Store(arguments, TimeProvider.System).MakeWritable();
        var variants = new DataPreparation(store, context.Screen).PrepareAll(experiment, CancellationToken.None);
        var together = _ranks.Asked(arguments) is > 1 and var ranks ? RankNeeds.Together(variants, FormattableString.Invariant($"{RankOptions.Name} {ranks}")) : null;
        var plan = new Planner(context.Plugins.Catalogue).Make(variants);
        var units = UnitForecast.Of(plan, store);
        var memory = arguments.GetValue(_memory)
            ? NeedOf(plan, variants, store, arguments).Of([.. units.Where(unit => unit.Done is null).Select(unit => unit.Unit.Name)], CancellationToken.None)
            : new Dictionary<string, UnitMemory>();
        if (arguments.GetValue(_json))
            PlanJson.Write(context.Terminal.Results, units, memory);
        else
            Show(context.Terminal, units, memory, together);
        return ExitCode.Done;
    }

    private MemoryNeed NeedOf(Plan plan, IReadOnlyList<PreparedExperiment> variants, RunStore store, ParseResult arguments)
    {
        var device = _options.Device(arguments);
        return new MemoryNeed(store, plan, variants, _threads.Settings(arguments, device), device);
    }

    private static void Show(HostTerminal terminal, IReadOnlyList<UnitForecast> units, IReadOnlyDictionary<string, UnitMemory> memory, Func<UnitId, bool>? together)
    {
        string[] Trained(string text) => together is null ? [] : [text];
        foreach (var line in TextTable.Lines([["unit", "state", .. Trained("trained by"), "reads"], .. units.Select(unit => (string[])[unit.Unit.Name, State(unit, memory.GetValueOrDefault(unit.Unit.Name)), .. Trained(together?.Invoke(unit.Unit.Id) == true ? "all ranks" : "rank 0"), string.Join(", ", unit.Unit.Reads)])], terminal.Width))
            terminal.Line(line);
        terminal.Line(UnitTimes.Words(units));
    }

    private static string State(UnitForecast unit, UnitMemory? memory) => unit switch
    {
        { Done: { } done } when done == unit.Unit.SameAs => $"the same as {done}",
        { Done: { } done } => $"done in {done}",
        _ => string.Join(", ", new[] { "to do", unit.Estimate is { } time ? $"about {UnitTimes.Words(time)}" : null, memory?.ToString() }.OfType<string>()),
    };
}
