namespace Framework.Host.Experiments;

/// <summary>A score of a paper, shown beside ours.</summary>
internal sealed record PublishedValue
{
    /// <summary>The metric's name, as in <c>metrics</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>The label it is for; null where it is over all.</summary>
    public string? Label { get; init; }

    /// <summary>The score.</summary>
    public required double Value { get; init; }

    /// <summary>Where it stands: the paper, and the table or figure in it.</summary>
    public string? Source { get; init; }

    /// <summary>What differs.</summary>
    public string? Note { get; init; }
}
