namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Which grade a pair such as "mild to moderate" has.</summary>
public enum Compound
{
    /// <summary>The higher.</summary>
    Up,

    /// <summary>The lower.</summary>
    Down,
}
