namespace Framework.Components.Evaluation.Findings;

/// <summary>The score of an object that is joined from several findings.</summary>
public enum JoinedScore
{
    /// <summary>The highest of them.</summary>
    Max,

    /// <summary>Their mean.</summary>
    Mean,
}
