using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Batches;

/// <summary>What a run that came to its end ends a command with.</summary>
internal static class RunOutcome
{
    /// <summary>Done, unless a control that must pass did not.</summary>
    public static ExitCode CodeOf(RunFolder run) => run.Verdicts.Any(verdict => verdict.FailsRun) ? ExitCode.ControlFailed : ExitCode.Done;
}
