namespace Framework.Components.Splits;

/// <summary>What the subjects are for that a fold does not train on.</summary>
public enum HeldOut
{
    /// <summary>Scores are reported on them, and nothing is chosen there.</summary>
    Test,

    /// <summary>
    /// Epochs and thresholds are chosen on the very subjects whose scores are reported, as many papers do: optimistic, and the report says so. With
    /// <c>test</c> and a share for <c>validate</c> the choice is made inside the training part instead.
    /// </summary>
    Validate,
}
