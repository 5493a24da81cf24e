namespace Framework.Host.Runs;

/// <summary>Where a unit stands; the content of <c>status.json</c>.</summary>
internal sealed record UnitStatus
{
    /// <summary>The key of the unit that the folder's content belongs to.</summary>
    public required string Key { get; init; }

    /// <summary>Where it stands.</summary>
    public required UnitState State { get; init; }

    /// <summary>When the last start was, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended, UTC; null while it runs, or where it was killed.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How often it was started.</summary>
    public int Starts { get; init; } = 1;

    /// <summary>Processes that train it together; null where one does.</summary>
    public int? Ranks { get; init; }

    /// <summary>Where its network ran: <c>cpu</c> or <c>cuda:0</c>; null in runs of older versions.</summary>
    public string? Device { get; init; }

    /// <summary>When it last got on, and how far; null before the first step.</summary>
    public UnitPulse? Pulse { get; init; }

    /// <summary>The most memory in bytes that its process has held up to its end; null until then, and where the system does not say.</summary>
    public long? PeakMemory { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Message { get; init; }

    /// <summary>Hexadecimal SHA-256 of <c>predictions.csv</c>; null until it is finished.</summary>
    public string? Predictions { get; init; }

    /// <summary>Hexadecimal SHA-256 of <c>findings.jsonl</c>; null where the unit finds nothing but labels.</summary>
    public string? Findings { get; init; }

    /// <summary>Hexadecimal SHA-256 of <c>features.safetensors</c>; null where the unit keeps no features.</summary>
    public string? Features { get; init; }

    /// <summary>What it predicts with; null until it is finished, and for a control, which nobody asks again.</summary>
    public FrozenUnit? Frozen { get; init; }

    /// <summary>The run folder that a finished unit of the same key was taken from; null where this run computed it.</summary>
    public string? From { get; init; }
}
