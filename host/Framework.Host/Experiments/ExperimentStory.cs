using Framework.Host.Commands;
using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Stages;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>An experiment in sentences: what is read, how it is divided, what each stage does, what is computed and what stands beside it.</summary>
/// <param name="experiment">The first variant, with the others beside it.</param>
/// <param name="docs">What components say of themselves.</param>
internal sealed class ExperimentStory(Experiment experiment, XmlDocs docs)
{
    /// <summary>One sentence or two each, with the section that it is of: <c>data</c>, <c>Cases come from...</c>.</summary>
    public IEnumerable<(string Section, string Words)> Tell()
    {
        if (experiment.Phantom is { } phantom)
            yield return ("phantom", $"Writes {phantom.Cases:N0} synthetic cases to {phantom.Out} where they are not there yet: {Said(phantom.Phantom)}");
        yield return ("data", $"Cases come from {Said(experiment.Data.Source)} {Policies(experiment.Data)}");
        yield return ("split", Said(experiment.Split) + (experiment.Repeats > 1 ? $" Everything is fitted {experiment.Repeats} times on each division." : ""));
        if (experiment.OtherVariants.Count > 0)
            yield return ("matrix", $"{experiment.OtherVariants.Count + 1} variants: {string.Join(", ", experiment.AllVariants().Select(variant => variant.Variant))}. The first is told of below.");
        foreach (var stage in experiment.Stages)
        {
            foreach (var words in Stage(stage))
                yield return ($"stage {stage.Name}", words);
        }

        foreach (var level in experiment.Levels)
            yield return ("levels", $"Cases are joined by {level.Name()}; of their outputs the {YamlName.Value(level.Take.ToString())} counts.");
        foreach (var metric in experiment.Metrics)
            yield return ("metrics", Said(metric));
        foreach (var control in experiment.Controls)
            yield return ("controls", Said(control));
        foreach (var map in experiment.Explain)
            yield return ("explain", $"{Said(map.Explainer)} Of stage {map.Stage}, {map.Cases.Take} cases.");
        foreach (var cases in experiment.Predict)
            yield return ("predict", $"'{cases.Stage}' predicts {cases.Name} once everything is fitted: {Said(cases.Data.Source)}{string.Concat(cases.Writers.Select(writer => $" Written by {Said(writer)}"))}");
        foreach (var value in experiment.Published)
            yield return ("published", $"{value.Metric}{(value.Label is null ? "" : $" of {value.Label}")} {YamlText.Of(value.Value)}{(value.Source is null ? "" : $", {value.Source}")}.");
    }

    private IEnumerable<string> Stage(StageSection stage)
    {
        if (stage.Reads.Count > 0)
        {
            yield return $"Reads {Expectation.OneOf(stage.Reads, "and")}, "
                + (stage.FitOn == FitOn.Validate ? "and is fitted on the validation part, which they were not fitted on." : "and is fitted on the training part, of which each case was predicted by a model that did not see it.");
        }

        if (stage.Continues is { } continued)
            yield return $"Goes on from the network of {continued} that has the lowest validation loss{(experiment.Repeats > 1 ? $" of {experiment.Repeats} repeats" : "")}.";
        if (stage.FitOn == FitOn.Everything)
            yield return "It is fitted on training, validation and test part together, so that nothing is left to score it on.";
        if (stage.Data is { } data)
            yield return $"Has cases of its own from {Said(data.Source)}";
        foreach (var step in stage.Steps)
            yield return $"{(step.Only switch { Phase.Train => "In training alone: ", Phase.Evaluate => "In evaluation alone: ", _ => "" })}{Said(step.Transform)}";
        if (stage.Model is { } model)
            yield return $"The network: {Said(model)}";
        yield return $"It is fitted by {Said(stage.Trainer)}";
        if (stage.Calibrate is { } calibrate)
            yield return $"Its outputs are calibrated on the validation part: {Said(calibrate)}";
        if (stage.Threshold is { } threshold)
            yield return $"The threshold is chosen on the validation part: {Said(threshold)}";
        if (stage.Ensemble is { } ensemble)
            yield return $"Its folds and repeats are joined as their validation parts say: {Said(ensemble)}";
    }

    private static string Policies(DataSection data) =>
        (data.OnError == ErrorPolicy.Quarantine ? "A case that cannot be used is left out and listed. " : "A case that cannot be used stops the run. ")
        + (data.Identifiers == IdentifierPolicy.Hash ? "Pseudonyms stand for patients and files." : "Patients and files keep the names that the data have.");

    /// <summary>The component, the options that were given, and what it says of itself.</summary>
    private string Said<T>(Bound<T> bound)
        where T : class
    {
        var options = bound.Given.Length == 0 ? "" : $" ({bound.Given})";
        var doc = docs.Of(bound.Component.Implementation).FirstSentence.TrimEnd('.');
        return doc.Length == 0 ? $"{bound.Name}{options}." : $"{bound.Name}{options}: {char.ToLowerInvariant(doc[0])}{doc[1..]}.";
    }
}
