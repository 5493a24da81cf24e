namespace Framework.Sdk;

/// <summary>What a split may know of a patient.</summary>
public sealed record Subject
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>Site of the subject's first case; empty where unknown.</summary>
    public required string Site { get; init; }

    /// <summary>How many cases the subject has.</summary>
    public required int Cases { get; init; }

    /// <summary>The greatest value of each label over the subject's cases, in the order of <see cref="DataIndex.Labels"/>; NaN where all are missing.</summary>
    public required IReadOnlyList<double> Labels { get; init; }
}
