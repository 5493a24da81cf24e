namespace Framework.Components.Reporting.Blocks;

/// <summary>How a piece of text is shown.</summary>
public enum Tone
{
    /// <summary>As text.</summary>
    Plain,

    /// <summary>In bold: the figure that the others stand beside.</summary>
    Strong,

    /// <summary>In grey.</summary>
    Soft,

    /// <summary>In green: as it should be.</summary>
    Good,

    /// <summary>In red: not as it should be.</summary>
    Bad,
}
