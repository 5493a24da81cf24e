namespace Framework.Components.Controls;

/// <summary>What the last layer of a frozen network is.</summary>
public enum FrozenHead
{
    /// <summary>As it was loaded, or as it begins.</summary>
    Keep,

    /// <summary>A logistic regression on the frozen features.</summary>
    Fit,
}
