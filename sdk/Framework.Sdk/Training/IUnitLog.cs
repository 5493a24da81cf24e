namespace Framework.Sdk;

/// <summary>The events of one unit, one line each, and its progress on the screen.</summary>
public interface IUnitLog
{
    /// <summary>Adds an event.</summary>
    void Add(TrainingEvent item);

    /// <summary>Forgets every event after a step: the trainer goes on from there.</summary>
    /// <param name="step">Steps finished so far; 0 forgets everything.</param>
    void Rewind(long step);

    /// <summary>Tells how far the unit is, for the screen only.</summary>
    void Progress(TrainingProgress progress);
}
