namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>How particular a statement is about a disc; the more particular one holds.</summary>
public enum Reach
{
    /// <summary>About discs that nothing else was said of: "the other levels".</summary>
    Others,

    /// <summary>About every disc: "at all levels".</summary>
    Every,

    /// <summary>About discs that are named.</summary>
    Named,
}
