namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>What a doubtful statement ("possible mild stenosis") counts as.</summary>
public enum Doubt
{
    /// <summary>No label.</summary>
    Missing,

    /// <summary>0.</summary>
    Absent,

    /// <summary>As if it were certain.</summary>
    Present,
}
