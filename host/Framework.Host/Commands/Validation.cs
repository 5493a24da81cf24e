using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>What is known about one experiment without training.</summary>
/// <param name="File">As given on the command line.</param>
/// <param name="Loaded">What the file says.</param>
/// <param name="Report">What the data say; null where the file has problems.</param>
internal sealed record Validation(string File, ExperimentLoadResult Loaded, PreflightReport? Report)
{
    /// <summary>The first thing that would stop a run.</summary>
    public ExitCode ExitCode =>
        Loaded.Experiment is null ? Loaded.ExitCode : Report is { Failures: [var first, ..] } ? first.ExitCode : ExitCode.Done;

    /// <summary>How many things would stop a run.</summary>
    public int Count => Loaded.Problems.Count + (Report?.Failures.Count ?? 0);

    /// <summary>The outcome in words.</summary>
    public string Verdict => Count switch { 0 => "valid", 1 => "1 problem", _ => $"{Count} problems" };
}
