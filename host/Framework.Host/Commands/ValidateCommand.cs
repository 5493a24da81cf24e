using System.CommandLine;
using Framework.Host.Engines;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>validate FILE...</c>: everything that can be known without training, all problems at once.</summary>
internal sealed class ValidateCommand : HostCommand
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Experiments", Arity = ArgumentArity.OneOrMore };
    private readonly RunOptions _options = new();
    private readonly RankOptions _ranks = new("Checks for so many processes of this machine that train together");
    private readonly Option<bool> _json = CommandOptions.Json();

    public ValidateCommand()
        : base("validate", "Checks experiments without training: options, data, split, one sample of each part, one batch")
    {
        Add(_files);
        _options.AddTo(this);
        _ranks.AddTo(this);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var store = _options.Store(context.Arguments, TimeProvider.System);
        var preflight = new Preflight(context.Plugins.Catalogue, store, context.Screen, _options.Device(context.Arguments)) { Ranks = _ranks.Asked(context.Arguments) ?? 1 };
        var validations = context.Arguments.GetValue(_files)!.Select(file => Validate(file, preflight, context)).ToList();
        if (context.Arguments.GetValue(_json))
            ValidationJson.Write(context.Terminal.Results, validations);
        else
            Show(validations, context);
        return validations.Select(validation => validation.ExitCode).FirstOrDefault(code => code != ExitCode.Done);
    }

    private Validation Validate(string file, Preflight preflight, CommandContext context)
    {
        var loaded = context.Loader.Load(file, _options.Sets(context.Arguments));
        var report = (loaded.Experiment ?? loaded.Sound?.Experiment) is { } experiment ? preflight.Check(experiment, CancellationToken.None) : null;
        return new Validation(file, loaded, report);
    }

    /// <summary>What is known of each, and below all of it what is wrong.</summary>
    private static void Show(IReadOnlyList<Validation> validations, CommandContext context)
    {
        foreach (var validation in validations)
            ShowFacts(validation, context);
        foreach (var validation in validations.Where(validation => validation.Count > 0))
        {
            foreach (var problem in validation.Problems)
                context.Terminal.Error(problem.ToString());
            context.Terminal.Error($"{validation.File}: {validation.Verdict}");
        }
    }

    private static void ShowFacts(Validation validation, CommandContext context)
    {
        foreach (var plugin in (validation.Loaded.Experiment is null ? [] : validation.Loaded.Components).GroupBy(component => (component.Plugin, component.Version)))
            context.Terminal.Line($"{validation.File}: of {plugin.Key.Plugin} {plugin.Key.Version.ToString(3)}: {string.Join(", ", plugin.Select(component => component.Name).Distinct())}");
        foreach (var (name, value) in validation.Report?.Facts ?? [])
            context.Terminal.Line($"{validation.File}: {name}: {value}");
        if (validation.Count == 0)
            context.Terminal.Line($"{validation.File}: {validation.Verdict}");
    }
}
