namespace Framework.Sdk;

/// <summary>One look at a locked set: who looked with which model, when and why.</summary>
public sealed record ExternalOpening
{
    /// <summary>When, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The run folder.</summary>
    public required string Run { get; init; }

    /// <summary>Hexadecimal SHA-256 over the frozen model's weights, figures and decisions.</summary>
    public required string Model { get; init; }

    /// <summary><see cref="CaseSplit.ExternalFingerprint"/>: which set it was.</summary>
    public required string Data { get; init; }

    /// <summary>The same of the sets of other data sources that were opened with it, whose subjects are divided alike; null where there is one source.</summary>
    public IReadOnlyList<string>? Others { get; init; }

    /// <summary>Cases of the set.</summary>
    public required int Cases { get; init; }

    /// <summary>Subjects of the set.</summary>
    public required int Subjects { get; init; }

    /// <summary>Why, in the words of whoever opened it; not empty.</summary>
    public required string Reason { get; init; }
}
