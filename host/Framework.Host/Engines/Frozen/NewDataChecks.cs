using System.Text.Json;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Host.Experiments.Variants;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>Finds out whether all data that a frozen model is about to predict are those that somebody named, and not the run's own.</summary>
internal static class NewDataChecks
{
    /// <summary>Checks what was given against what the stage, and those that it reads, take.</summary>
    /// <param name="experiment">With the values that were given.</param>
    /// <param name="stage">What is to be predicted.</param>
    /// <param name="input">What <c>--input</c> says.</param>
    /// <param name="sets">What <c>--set</c> says.</param>
    /// <exception cref="ExperimentException">Some data would be the run's own beside new ones.</exception>
    public static void Check(Experiment experiment, StageSection stage, string? input, IReadOnlyList<string> sets)
    {
        if (input is not null && Varied(experiment).FirstOrDefault(place => place is "data" or "data.root") is { } varied)
            throw new ExperimentException($"'matrix' varies '{varied}', so that a variant keeps its own data and '--input' would not be heard. Run the variant that was chosen as an experiment of its own: its units are taken from here.");
        if (input is null || !Directory.Exists(input))
            return; // a file, or '--set' alone, says itself what it changes
        foreach (var own in StageOrder.UpTo(stage.Name, experiment.Stages).Where(own => own.Data is not null))
        {
            if (!sets.Any(set => set.StartsWith($"stages.{own.Name}.data", StringComparison.Ordinal)))
            {
                throw new ExperimentException($"the stage '{own.Name}' has data of its own, which '--input' does not change, and the run's own cases would be predicted beside new ones. "
                    + $"Say where its new data are too: --set stages.{own.Name}.data.root=DIR.");
            }
        }
    }

    private static IEnumerable<string> Varied(Experiment experiment)
    {
        using var document = JsonDocument.Parse(experiment.Document.ToJson());
        return document.RootElement.TryGetProperty(Matrix.Key, out var matrix) ? [.. matrix.EnumerateObject().Select(axis => axis.Name)] : [];
    }
}
