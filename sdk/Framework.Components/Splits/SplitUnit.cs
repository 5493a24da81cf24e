namespace Framework.Components.Splits;

/// <summary>What a split assigns.</summary>
public enum SplitUnit
{
    /// <summary>Whole patients, with all their cases.</summary>
    Subject,
}
