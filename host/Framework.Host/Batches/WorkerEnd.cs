namespace Framework.Host.Batches;

/// <summary>How a worker process ended.</summary>
/// <param name="Code">Its exit code; 128 and the signal's number where a signal ended it.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="LastLines">The last lines that it said.</param>
internal sealed record WorkerEnd(int Code, string Output, IReadOnlyList<string> LastLines)
{
    private const int OrdinaryCodes = 6; // those of ExitCode that a program ends with by itself
    private const int FirstSignal = 128;

    /// <summary>Why it was killed, or died without a word of the program itself; null where it ended in order.</summary>
    public string? Crash { get; init; }

    /// <summary>Whether it did what it was to do.</summary>
    public bool IsDone => Code == 0 && Crash is null;

    /// <summary>Whether it saved its state because it was asked to.</summary>
    public bool IsInterrupted => Crash is null && Code is (int)Sdk.ExitCode.Interrupted or (int)Sdk.ExitCode.Terminated;

    /// <summary>What is wrong, in its own last words where it had any.</summary>
    public string Cause => Crash ?? LastLines.LastOrDefault(line => line.Length > 0) ?? $"it ended with exit code {Code}";

    /// <summary>What an exit code says of a crash; null for the codes of this program.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="memoryRanOut">Whether the system killed processes for want of memory meanwhile.</param>
    public static string? CrashOf(int code, bool memoryRanOut) => (code - FirstSignal) switch
    {
        _ when code is (int)Sdk.ExitCode.Interrupted or (int)Sdk.ExitCode.Terminated => null,
        9 when memoryRanOut => "the system killed it because memory ran out. Use fewer workers (--parallel), fewer threads or a smaller batch",
        9 => "it was killed (SIGKILL): by somebody, or for a limit of memory or time",
        6 => "it aborted (SIGABRT): native code or the runtime gave up; the last lines say why",
        11 => "it accessed memory that is not its own (SIGSEGV): a fault of native code",
        > 0 and var signal => FormattableString.Invariant($"signal {signal} ended it"),
        _ when code >= OrdinaryCodes => FormattableString.Invariant($"it ended with exit code {code}, which is none of this program's"),
        _ => null,
    };
}
