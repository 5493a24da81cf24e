namespace Framework.Components.Training.Losses;

/// <summary>Refuses logits that libtorch would stretch to the labels' shape, or the other way round, and compare with what they do not stand for.</summary>
internal static class LogitsShape
{
    /// <exception cref="ExperimentException">Logits and labels have different shapes.</exception>
    public static void Require(string component, ModelOutput output, Batch batch)
    {
        var (logits, labels) = (output.Logits.shape, batch.Labels.shape);
        if (!logits.SequenceEqual(labels))
            throw new ExperimentException(
                $"'{component}' needs a logit for each label, ({string.Join(", ", labels)}); the model gives ({string.Join(", ", logits)}). Use a model and a loss for the same kind of output.");
    }
}
