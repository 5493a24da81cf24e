using System.CommandLine;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>validate FILE...</c>: everything that can be known without training, all problems at once.</summary>
internal sealed class ValidateCommand : HostCommand
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Experiments", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _sets = CommandOptions.Set();
    private readonly Option<bool> _json = CommandOptions.Json();

    public ValidateCommand()
        : base("validate", "Checks experiments without training: options, data, split, one sample of each part, one batch")
    {
        Add(_files);
        Add(_sets);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var sets = context.Arguments.GetValue(_sets) ?? [];
        var validations = context.Arguments.GetValue(_files)!.Select(file => Validate(file, sets, context)).ToList();
        if (context.Arguments.GetValue(_json))
            ValidationJson.Write(context.Terminal.Results, validations);
        else
            validations.ForEach(validation => Show(validation, context));
        return validations.Select(validation => validation.ExitCode).FirstOrDefault(code => code != ExitCode.Done);
    }

    private static Validation Validate(string file, IReadOnlyList<string> sets, CommandContext context)
    {
        var loaded = context.Loader.Load(file, sets);
        var report = loaded.Experiment is { } experiment ? context.Preflight?.Check(experiment, CancellationToken.None) : null;
        return new Validation(file, loaded, report);
    }

    private static void Show(Validation validation, CommandContext context)
    {
        foreach (var problem in validation.Loaded.Problems)
            context.Terminal.Error(problem.ToString());
        foreach (var (name, value) in validation.Report?.Facts ?? [])
            context.Terminal.Line($"{validation.File}: {name}: {value}");
        foreach (var failure in validation.Report?.Failures ?? [])
            context.Terminal.Error(failure.Message);
        context.Terminal.Line($"{validation.File}: {validation.Verdict}");
    }
}
