namespace Framework.Components.Transforms.Spatial;

/// <summary>An axis of an image.</summary>
public enum Axis
{
    /// <summary>Along a row, from column to column.</summary>
    X,

    /// <summary>Along a column, from row to row.</summary>
    Y,

    /// <summary>From slice to slice; volumes only.</summary>
    Z,
}
