namespace Framework.Sdk;

/// <summary>How a label follows from others.</summary>
public enum LabelRelation
{
    /// <summary>It is there exactly where at least one of the others is.</summary>
    AnyOf,

    /// <summary>It is there exactly where all of the others are.</summary>
    AllOf,
}
