namespace Framework.Components.Splits;

/// <summary>What must be even, from the strictest rules to those that give up most.</summary>
internal enum Evenness
{
    /// <summary>Each stratum to the subject; labels and sites within one.</summary>
    Strata,

    /// <summary>Each stratum within one subject more; labels and sites within one.</summary>
    LabelsAndSites,

    /// <summary>Labels within one; strata and sites as near as that allows.</summary>
    Labels,
}
