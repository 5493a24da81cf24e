namespace Framework.Sdk;

/// <summary>An error with a message written for the person at the keyboard: what is wrong, and what would be right.</summary>
/// <param name="message">The whole message in the form <c>place: 'thing' fact. What would be right.</c></param>
/// <param name="inner">What caused it, shown only on request.</param>
public abstract class FrameworkException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The exit code that the process ends with when nobody handles this.</summary>
    public abstract ExitCode ExitCode { get; }
}
