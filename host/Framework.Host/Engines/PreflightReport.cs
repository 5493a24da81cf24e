using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>What can be known of a run before it trains.</summary>
/// <param name="Facts">What was found, one line each.</param>
/// <param name="Problems">Everything that would make the run fail; empty where nothing would.</param>
internal sealed record PreflightReport(IReadOnlyList<string> Facts, IReadOnlyList<FrameworkException> Problems)
{
    /// <summary>What a command that only checks ends with.</summary>
    public ExitCode ExitCode => Problems.Count == 0 ? ExitCode.Done : Problems[0].ExitCode;
}
