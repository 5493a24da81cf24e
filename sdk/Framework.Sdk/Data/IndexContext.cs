namespace Framework.Sdk;

/// <summary>What a data source may use while it makes its index.</summary>
public sealed record IndexContext
{
    /// <summary>A folder of the run store for the source's own cached index. Its content can be deleted at any time.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Whether cases are wanted for prediction alone: those without labels are good then, with missing ones.</summary>
    public bool LabelsAreOptional { get; init; }

    /// <summary>Told how many of how many files were looked at.</summary>
    public IProgress<(long Done, long Total)>? Progress { get; init; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; init; }
}
