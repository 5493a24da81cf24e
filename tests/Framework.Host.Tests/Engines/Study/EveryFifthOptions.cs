namespace Framework.Host.Tests.Engines.Study;

/// <summary>Options of <c>study.every-fifth</c>.</summary>
public sealed record EveryFifthOptions
{
    /// <summary>Number of folds; all have the same test part.</summary>
    public int Folds { get; init; } = 1;

    /// <summary>Whether cases are assigned in place of subjects.</summary>
    public bool Cases { get; init; }

    /// <summary>Number of repeats.</summary>
    public int Repeats { get; init; } = 1;
}
