namespace Framework.Components.Evaluation;

/// <summary>How the figures of several labels or classes become one.</summary>
public enum Average
{
    /// <summary>Their mean: each counts alike, however rare.</summary>
    Macro,

    /// <summary>Their mean by number of positives.</summary>
    Weighted,

    /// <summary>One figure over the rows of all of them together.</summary>
    Micro,
}
