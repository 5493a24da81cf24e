namespace Framework.Sdk;

/// <summary>What an experiment says must not be, is: a leak in its data.</summary>
/// <param name="message">The whole message: what is wrong, and what would be right.</param>
/// <param name="inner">What caused it, shown only on request.</param>
public sealed class AuditException(string message, Exception? inner = null) : FrameworkException(message, inner)
{
    /// <inheritdoc />
    public override ExitCode ExitCode => ExitCode.ControlFailed;
}
