namespace Framework.Sdk;

/// <summary>Learns from validation predictions how outputs become probabilities that mean what they say, and applies that ever after.</summary>
/// <remarks>The host fits it for each question of each unit, keeps the figures in the unit's folder, and applies them to all parts alike.</remarks>
public interface ICalibrator
{
    /// <summary>Fits one question.</summary>
    /// <param name="question">Validation outputs and targets of a label, or of a group of classes.</param>
    /// <returns>Figures, in an order that the component knows; all finite.</returns>
    /// <exception cref="TrainingException">Nothing follows from these cases; the message says why.</exception>
    IReadOnlyList<double> Fit(ValidationQuestion question);

    /// <summary>Replaces the outputs of one row by calibrated ones.</summary>
    /// <param name="figures">What <see cref="Fit"/> gave.</param>
    /// <param name="outputs">Probabilities in [0, 1]: a single one for a label, one for each class of a group.</param>
    void Apply(IReadOnlyList<double> figures, Span<double> outputs);
}
