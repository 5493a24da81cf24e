namespace Framework.Components.Reports;

/// <summary>What a sentence says of a term in it.</summary>
public enum Assertion
{
    /// <summary>It is there.</summary>
    Present,

    /// <summary>It may be there.</summary>
    Uncertain,

    /// <summary>It is not there.</summary>
    Absent,
}
