namespace Framework.Host.Tests.Engines.Study;

/// <summary>Options of <c>study.walk</c>.</summary>
public sealed record WalkOptions
{
    /// <summary>Steps to take.</summary>
    public int Steps { get; init; } = 20;

    /// <summary>Steps between two checkpoints.</summary>
    public int SaveEvery { get; init; } = 5;

    /// <summary>How far a step goes.</summary>
    public double Rate { get; init; } = 0.1;
}
