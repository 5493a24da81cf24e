namespace Framework.Components.Evaluation.Findings;

/// <summary>What a finding turned out to be.</summary>
internal enum Hit
{
    /// <summary>The first on a true object.</summary>
    True,

    /// <summary>On a true object that a surer finding has hit already.</summary>
    Again,

    /// <summary>On nothing.</summary>
    False,
}
