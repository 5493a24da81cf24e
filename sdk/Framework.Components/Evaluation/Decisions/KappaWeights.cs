namespace Framework.Components.Evaluation.Decisions;

/// <summary>How much a miss counts.</summary>
public enum KappaWeights
{
    /// <summary>All misses alike (Cohen 1960).</summary>
    None,

    /// <summary>By the number of grades between them (Cohen 1968).</summary>
    Linear,

    /// <summary>By the square of the number of grades between them (Cohen 1968).</summary>
    Quadratic,
}
