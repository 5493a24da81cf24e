namespace Framework.Components.Evaluation.Findings;

/// <summary>What of two objects is laid over each other.</summary>
public enum ObjectExtent
{
    /// <summary>Their boxes.</summary>
    Boxes,

    /// <summary>Their masks.</summary>
    Masks,
}
