namespace Framework.Components.Reporting;

/// <summary>Where a section stands in a report, from what a reader asks first to what they look up.</summary>
public enum ReportPlace
{
    /// <summary>The figure that the experiment is about.</summary>
    Headline,

    /// <summary>What the controls say about that figure.</summary>
    Verdicts,

    /// <summary>Where the cases come from and what they were for.</summary>
    Cohort,

    /// <summary>Every figure, beside controls and publications.</summary>
    Scores,

    /// <summary>ROC, precision and recall, calibration, decision curves.</summary>
    Curves,

    /// <summary>What was decided: thresholds, confusion matrices.</summary>
    Decisions,

    /// <summary>People who looked at the same cases.</summary>
    Readers,

    /// <summary>Openings of a locked set.</summary>
    External,

    /// <summary>Cases as images, with maps.</summary>
    Examples,

    /// <summary>How the fitting went.</summary>
    Learning,

    /// <summary>Leaks, duplicates, shortcuts.</summary>
    Audit,

    /// <summary>What the figures rest on, to the version.</summary>
    Provenance,

    /// <summary>What a reader may miss, because it was not done.</summary>
    NotDone,
}
