namespace Framework.Sdk;

/// <summary>What a subject is for in one fold.</summary>
public enum Part
{
    /// <summary>Weights and statistics are fitted on these.</summary>
    Train,

    /// <summary>Epochs, thresholds and calibration are chosen on these.</summary>
    Validate,

    /// <summary>Scores are reported on these; nothing is chosen here.</summary>
    Test,

    /// <summary>Kept for the end, behind a lock: no training, choice or score of a run reaches them.</summary>
    External,
}
