namespace Framework.Components.Splits;

/// <summary>What a split assigns.</summary>
public enum SplitUnit
{
    /// <summary>Whole patients, with all their cases.</summary>
    Subject,

    /// <summary>Single cases, so that a patient's may lie on both sides: only with <c>unsafe: true</c>, to show what that does to a score.</summary>
    Case,
}
