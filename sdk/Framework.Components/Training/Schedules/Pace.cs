namespace Framework.Components.Training.Schedules;

/// <summary>How often a schedule changes the learning rate.</summary>
public enum Pace
{
    /// <summary>With every step.</summary>
    Step,

    /// <summary>With every epoch; within one it stays.</summary>
    Epoch,
}
