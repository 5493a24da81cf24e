using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>A stage's transforms with the figures that a unit's training part gave.</summary>
internal static class FrozenChain
{
    /// <summary>Puts the kept figures in their places; nothing is fitted.</summary>
    /// <param name="stage">Its transforms.</param>
    /// <param name="kept">The unit's figures.</param>
    /// <param name="training">The hash of the subjects that the unit's weights were fitted on.</param>
    /// <param name="hasTruths">Whether the cases have what transforms of the truth read; those are left out otherwise, and the others keep their places.</param>
    /// <exception cref="DataFormatException">Figures are missing.</exception>
    /// <exception cref="ExperimentException">They are of another fold than the weights.</exception>
    public static IReadOnlyList<TransformStep> Of(StageSection stage, KeptStatistics kept, string training, bool hasTruths)
    {
        var fold = TrainingFold.Restored(training);
        var steps = stage.Transforms.ToArray();
        for (var at = 0; at < steps.Length; at++)
        {
            if (!hasTruths && steps[at].Transform.ReadsTruth)
                steps[at] = steps[at] with { Transform = Nothing.Instance };
            if (steps[at].Transform is not IFittedTransform { NeedsFitting: true } transform)
                continue;
            var figures = kept.OfStep(at, steps[at].Name)
                ?? throw new DataFormatException($"{stage.Name}: {KeptStatistics.FileName} has no figures for '{steps[at].Name}'. Restore the file from a copy, or run the experiment again with --new.");
            steps[at] = steps[at] with { Transform = transform.With(figures, fold) };
        }

        return steps;
    }

    private sealed class Nothing : ITransform
    {
        public static Nothing Instance { get; } = new();

        public Sample Apply(Sample sample, TransformContext context) => sample;
    }
}
