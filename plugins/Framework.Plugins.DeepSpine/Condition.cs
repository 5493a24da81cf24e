namespace Framework.Plugins.DeepSpine;

/// <summary>The nine conditions of a disc level.</summary>
public enum Condition
{
    /// <summary>Narrowing of the left neural foramen, graded 0 (none) to 3 (severe).</summary>
    LeftForaminal,

    /// <summary>Narrowing of the right neural foramen, graded 0 to 3.</summary>
    RightForaminal,

    /// <summary>Narrowing of the spinal canal, graded 0 to 3.</summary>
    Canal,

    /// <summary>A bulging disc: 1 present, 0 absent.</summary>
    DiscBulge,

    /// <summary>A disc osteophyte complex: 1 present, 0 absent.</summary>
    DiscOsteophyte,

    /// <summary>Arthropathy of the left facet joint: 1 present, 0 absent.</summary>
    LeftFacet,

    /// <summary>Arthropathy of the right facet joint: 1 present, 0 absent.</summary>
    RightFacet,

    /// <summary>A thickened ligamentum flavum: 1 present, 0 absent.</summary>
    Flavum,

    /// <summary>Epidural lipomatosis: 1 present, 0 absent.</summary>
    Lipomatosis,
}
