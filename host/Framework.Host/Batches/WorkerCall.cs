namespace Framework.Host.Batches;

/// <summary>What a worker process is to do.</summary>
/// <param name="Words">The words after the program's name.</param>
/// <param name="LogFile">Takes what it says, after what is there.</param>
internal sealed record WorkerCall(IReadOnlyList<string> Words, string LogFile)
{
    /// <summary>Variables of its own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it is, beside what it says: a value that changes as it gets on; null where nobody can tell.</summary>
    public Func<object?>? Pulse { get; init; }

    /// <summary>It is ended when it makes no progress for so long; null never.</summary>
    public TimeSpan? HangAfter { get; init; }

    /// <summary>Gets the number of its process, once.</summary>
    public Action<int>? Begun { get; init; }

    /// <summary>Gets every line that it says.</summary>
    public Action<string>? Said { get; init; }
}
