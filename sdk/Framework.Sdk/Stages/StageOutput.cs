namespace Framework.Sdk;

/// <summary>What an earlier stage said of one case, by a model that was not fitted on that case.</summary>
public sealed record StageOutput
{
    /// <summary>The case of the earlier stage.</summary>
    public required Case Case { get; init; }

    /// <summary>The earlier stage's labels.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>A probability for each label.</summary>
    public required IReadOnlyList<double> Outputs { get; init; }

    /// <summary>What a detector found, from the highest score to the lowest; empty where it found nothing or is no detector.</summary>
    public IReadOnlyList<ScoredBox> Boxes { get; init; } = [];
}
