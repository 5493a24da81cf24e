namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>What becomes of a condition that a report does not mention.</summary>
public enum Undecided
{
    /// <summary>No label.</summary>
    Missing,

    /// <summary>0.</summary>
    Absent,
}
