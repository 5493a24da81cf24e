using System.CommandLine;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Binding;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>diff FILE FILE</c>: what differs between two experiments once nothing is left open in them.</summary>
internal sealed class DiffCommand : HostCommand
{
    private readonly Argument<string> _first = new("FILE") { Description = "An experiment, or experiment.yaml of a run" };
    private readonly Argument<string> _second = new("OTHER") { Description = "Another one" };
    private readonly Option<bool> _json = CommandOptions.Json();

    public DiffCommand()
        : base("diff", "Shows what differs between two experiments, bases, variables and defaults filled in")
    {
        Add(_first);
        Add(_second);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        ResolvedDocument[] documents = [.. new[] { _first, _second }.Select(file => context.Loader.Load(context.Arguments.GetValue(file)!, []).OrThrow().Document)];
        var differences = documents[0].DifferencesTo(documents[1]);
        if (context.Arguments.GetValue(_json))
            WriteJson(context.Terminal.Results, differences);
        else
            Show(context, differences);
        return ExitCode.Done;
    }

    private static void Show(CommandContext context, IReadOnlyList<ExperimentDifference> differences)
    {
        // What is added or taken away as a whole is shown as it was written, without its defaults.
        foreach (var (path, before, after) in differences)
        {
            context.Terminal.Results.WriteLine((before, after) switch
            {
                (null, not null) => $"+ {path}: {ResolvedYaml.Inline(GivenValues.Of(after))}",
                (not null, null) => $"- {path}: {ResolvedYaml.Inline(GivenValues.Of(before))}",
                _ => $"~ {path}: {ResolvedYaml.Inline(before!)} -> {ResolvedYaml.Inline(after!)}",
            });
        }

        context.Terminal.Line(differences.Count switch { 0 => "They mean the same.", 1 => "1 difference", var count => $"{count} differences" });
    }

    private static void WriteJson(TextWriter output, IReadOnlyList<ExperimentDifference> differences) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var (path, before, after) in differences)
        {
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WritePropertyName("before");
            json.WriteRawValue(before is null ? "null" : CanonicalJson.Write(before));
            json.WritePropertyName("after");
            json.WriteRawValue(after is null ? "null" : CanonicalJson.Write(after));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
