namespace Framework.Components.Evaluation;

/// <summary>What is drawn when a cohort is resampled.</summary>
public enum ConfidenceUnit
{
    /// <summary>Whole patients: cases of one patient are not independent.</summary>
    Subject,

    /// <summary>Single cases; too narrow where patients have several.</summary>
    Case,
}
