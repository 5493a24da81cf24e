namespace Framework.Sdk;

/// <summary>What to write.</summary>
public sealed record PhantomRequest
{
    /// <summary>The folder to fill; made where it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>Number of cases, at least 1.</summary>
    public required int Cases { get; init; }

    /// <summary>Everything random follows from it.</summary>
    public required ulong Seed { get; init; }
}
