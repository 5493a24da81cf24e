namespace Framework.Sdk;

/// <summary>A plugin could not be loaded or broke its contract.</summary>
/// <param name="message">The whole message: what is wrong, and what would be right.</param>
/// <param name="inner">What caused it, shown only on request.</param>
public sealed class PluginException(string message, Exception? inner = null) : FrameworkException(message, inner)
{
    /// <inheritdoc />
    public override ExitCode ExitCode => ExitCode.PluginFailed;
}
