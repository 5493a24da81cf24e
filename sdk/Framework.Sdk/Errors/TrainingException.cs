namespace Framework.Sdk;

/// <summary>Training or evaluating failed; the message names the unit, the cases and the cause.</summary>
/// <param name="message">The whole message: what is wrong, and what would be right.</param>
/// <param name="inner">What caused it, shown only on request.</param>
public sealed class TrainingException(string message, Exception? inner = null) : FrameworkException(message, inner)
{
    /// <inheritdoc />
    public override ExitCode ExitCode => ExitCode.RunFailed;
}
