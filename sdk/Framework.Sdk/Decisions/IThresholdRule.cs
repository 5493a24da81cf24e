namespace Framework.Sdk;

/// <summary>Chooses from validation predictions from which output on a label counts as present.</summary>
/// <remarks>The classes of a group have no threshold: the most probable one is taken.</remarks>
public interface IThresholdRule
{
    /// <summary>Chooses the threshold of one label.</summary>
    /// <param name="question">Validation outputs, calibrated where the stage is, and targets of a single label.</param>
    /// <returns>A finite number: a case counts as positive where its output is at least that.</returns>
    /// <exception cref="TrainingException">No threshold follows from these cases; the message says why.</exception>
    double Fit(ValidationQuestion question);
}
