namespace Framework.Components.Training.Schedules;

/// <summary>How a score is compared with the best one.</summary>
public enum ThresholdMode
{
    /// <summary>Better by a share of the best one.</summary>
    Relative,

    /// <summary>Better by a difference.</summary>
    Absolute,
}
