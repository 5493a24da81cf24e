namespace Framework.Host.Tests.Engines.Study;

/// <summary>Options of <c>study.memory</c>.</summary>
public sealed record MemoryOptions
{
    /// <summary>Whether it says that it chooses on the validation part. Default: true.</summary>
    public bool Chooses { get; init; } = true;
}
