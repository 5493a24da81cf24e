namespace Framework.Components.Training.Schedules;

/// <summary>The way from one learning rate to another.</summary>
public enum Anneal
{
    /// <summary>Half a cosine.</summary>
    Cosine,

    /// <summary>A straight line.</summary>
    Linear,
}
