namespace Framework.Host.Tests.Engines.Study;

/// <summary>Options of <c>study.add</c>.</summary>
public sealed record AddOptions
{
    /// <summary>What to add to each pixel.</summary>
    public double Amount { get; init; } = 1;
}
