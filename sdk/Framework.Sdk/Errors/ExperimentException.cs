namespace Framework.Sdk;

/// <summary>The experiment, an option or the command line is wrong.</summary>
/// <param name="message">The whole message: what is wrong, and what would be right.</param>
/// <param name="inner">What caused it, shown only on request.</param>
public sealed class ExperimentException(string message, Exception? inner = null) : FrameworkException(message, inner)
{
    /// <inheritdoc />
    public override ExitCode ExitCode => ExitCode.WrongExperiment;
}
