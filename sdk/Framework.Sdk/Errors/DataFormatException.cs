namespace Framework.Sdk;

/// <summary>A file, a folder or a table of the data is wrong or missing; the message starts with its name.</summary>
/// <param name="message">The whole message: what is wrong, and what would be right.</param>
/// <param name="inner">What caused it, shown only on request.</param>
public sealed class DataFormatException(string message, Exception? inner = null) : FrameworkException(message, inner)
{
    /// <inheritdoc />
    public override ExitCode ExitCode => ExitCode.WrongData;
}
