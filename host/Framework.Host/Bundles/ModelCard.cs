using System.Globalization;
using System.Text;
using Framework.Components.Controls;
using Framework.Host.Engines;
using Framework.Host.Engines.Frozen;
using Framework.Host.Runs;

namespace Framework.Host.Bundles;

/// <summary>What somebody must know before using a model: the content of <c>card.json</c>, and of <c>card.md</c> in words.</summary>
internal sealed record ModelCard
{
    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>Hexadecimal SHA-256 over weights, figures and decisions.</summary>
    public required string Model { get; init; }

    /// <summary>The kind of data that it takes, by the name of the data source.</summary>
    public required string IntendedData { get; init; }

    /// <summary>What is done to each case before a network sees it, stage by stage.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Transforms { get; init; }

    /// <summary>The labels that it predicts.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Cases that the run had in all, without patients' names.</summary>
    public required int Cases { get; init; }

    /// <summary>Different subjects among them.</summary>
    public required int Subjects { get; init; }

    /// <summary>What each part of each fold had; of several repeats the first.</summary>
    public required IReadOnlyList<CardPart> Parts { get; init; }

    /// <summary>Networks that are joined, stage by stage.</summary>
    public required IReadOnlyDictionary<string, int> Networks { get; init; }

    /// <summary>How they are joined, stage by stage.</summary>
    public required IReadOnlyDictionary<string, string> Joined { get; init; }

    /// <summary>Every figure of the run, with those of its controls.</summary>
    public required IReadOnlyList<MetricRow> Metrics { get; init; }

    /// <summary>How its controls ended.</summary>
    public required IReadOnlyList<ControlVerdict> Controls { get; init; }

    /// <summary>What the run did not do.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>The card of a model.</summary>
    /// <param name="model">The frozen model.</param>
    /// <param name="data">The data of its run.</param>
    public static ModelCard Of(FrozenModel model, PreparedData data) => new()
    {
        Experiment = model.Experiment.Name,
        Model = model.Hash,
        IntendedData = model.Data.Source,
        Transforms = model.Experiment.Stages.ToDictionary(stage => stage.Name, stage => (IReadOnlyList<string>)[.. stage.Transforms.Where(step => step.Only is not Sdk.Phase.Train).Select(step => step.Name)]),
        Labels = [.. model.Experiment.Stages.SelectMany(model.LabelsOf).Distinct()],
        Cases = model.Data.Cases,
        Subjects = model.Data.Subjects,
        Parts = [.. CardPart.Of(data)],
        Networks = model.Experiment.Stages.ToDictionary(stage => stage.Name, stage => model.Units.Count(unit => unit.Unit.Id.Stage == stage.Name)),
        Joined = model.Experiment.Stages.ToDictionary(stage => stage.Name, stage => stage.Ensemble?.Name ?? "mean"),
        Metrics = model.Metrics,
        Controls = [.. (model.Folder.Verdicts ?? []).Where(verdict => verdict.Variant == model.Experiment.Variant)],
        Limits = [.. LimitsOf(model)],
    };

    /// <summary>In words, as Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Experiment}\n\nModel `{Model}`.\n\n");
        text.Append("Research only: it is no medical device, and nobody has examined it as one.\n\n## Intended data\n");
        text.Append(CultureInfo.InvariantCulture, $"Cases as `{IntendedData}` gives them. Labels: {string.Join(", ", Labels)}.\n");
        foreach (var (stage, steps) in Transforms)
            text.Append(CultureInfo.InvariantCulture, $"\n- `{stage}`: {(steps.Count == 0 ? "images as they are" : string.Join(", ", steps))}; {Networks[stage]} network{(Networks[stage] == 1 ? "" : Joined[stage] == "mean" ? "s, averaged" : $"s, joined by {Joined[stage]}")}");
        text.Append(CultureInfo.InvariantCulture, $"\n\n## Data of the run\n{Cases:N0} cases of {Subjects:N0} subjects in all parts.\n\n| fold | part | cases | subjects | positive |\n|---|---|---|---|---|\n");
        foreach (var part in Parts)
            text.Append(CultureInfo.InvariantCulture, $"| {part.Fold?.ToString(CultureInfo.InvariantCulture) ?? "-"} | {part.Part} | {part.Cases} | {part.Subjects} | {part.PositivesInWords} |\n");
        text.Append("\n## Figures\n");
        text.Append("| stage | part | at | metric | label | value | interval | cases | positives | subjects | control |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var row in Metrics)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Stage} | {row.Split} | {row.At} | {row.Name} | {row.Label ?? "all"} | {Number(row.Value)} | {Interval(row)} ");
            text.Append(CultureInfo.InvariantCulture, $"| {row.Count} | {row.Positives?.ToString(CultureInfo.InvariantCulture) ?? "-"} | {row.Subjects} | {row.Control ?? "-"} |\n");
        }

        text.Append("\n## Controls\n");
        text.Append(Controls.Count == 0 ? "None was judged.\n" : string.Concat(Verdicts.Lines(Controls).Select(line => $"- {line}\n")));
        text.Append("\n## What was not done\n");
        foreach (var limit in Limits)
            text.Append(CultureInfo.InvariantCulture, $"- {limit}\n");
        return text.ToString();
    }

    private static IEnumerable<string> LimitsOf(FrozenModel model)
    {
        var rows = model.Metrics;
        if (rows.All(row => row.Split != "external"))
            yield return "No external data were predicted.";
        if (rows.All(row => row.Split != "test"))
            yield return "There was no test part.";
        if (rows.All(row => row.Low is null))
            yield return "No figure has a confidence interval.";
        if (rows.All(row => row.Control is null))
            yield return "No control was run beside it.";
        foreach (var stage in model.Experiment.Stages.Where(stage => stage.Calibrate is null))
            yield return $"The outputs of '{stage.Name}' were not calibrated.";
        foreach (var stage in model.Experiment.Stages.Where(stage => stage.Threshold is null))
            yield return $"No threshold was chosen for '{stage.Name}': labels count as present from 0.5 on.";
        if (model.Data.Quarantined > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{model.Data.Quarantined:N0} problems of the data were left out, not mended.");
    }

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";

    private static string Interval(MetricRow row) => row is { Low: { } low, High: { } high } ? $"{Number(low)} to {Number(high)}" : "-";
}
