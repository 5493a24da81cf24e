using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Documents;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>What is known about one experiment without training.</summary>
/// <param name="File">As given on the command line.</param>
/// <param name="Loaded">What the file says.</param>
/// <param name="Report">What the data say, of a file with problems for the parts that have none; null where none are left.</param>
internal sealed record Validation(string File, ExperimentLoadResult Loaded, PreflightReport? Report)
{
    /// <summary>The first thing that would stop a run.</summary>
    public ExitCode ExitCode =>
        Loaded.Experiment is null ? Loaded.ExitCode : Report is { Failures: [var first, ..] } ? first.ExitCode : ExitCode.Done;

    /// <summary>Everything that would stop a run, in the order of the file; then what is wrong with the command line and the data.</summary>
    public IReadOnlyList<Problem> Problems
    {
        get
        {
            var known = new ProblemList();
            foreach (var problem in Loaded.Problems.Concat(Loaded.Sound?.Further ?? []).Concat((Report?.Problems ?? []).Where(problem => problem.Place is not null).Select(problem => problem.Place!.Problem(problem.Failure.Message))))
                known.Add(problem);
            return [.. known.Sorted(), .. (Report?.Problems ?? []).Where(problem => problem.Place is null).Select(problem => new Problem("", 0, 0, problem.Failure.Message))];
        }
    }

    /// <summary>How many things would stop a run.</summary>
    public int Count => Problems.Count;

    /// <summary>The outcome in words.</summary>
    public string Verdict => Count switch { 0 => "valid", 1 => "1 problem", _ => $"{Count} problems" };
}
