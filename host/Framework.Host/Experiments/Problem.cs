namespace Framework.Host.Experiments;

/// <summary>One mistake in an experiment.</summary>
/// <param name="File">The file, or the command-line option that gave the value; empty where the message has a place of its own.</param>
/// <param name="Line">From 1; 0 where there is no line to point at.</param>
/// <param name="Column">From 1; 0 where there is no line to point at.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
internal sealed record Problem(string File, int Line, int Column, string Message)
{
    /// <summary><c>file:line:column: message</c></summary>
    public override string ToString() => File.Length == 0 ? Message : Line > 0 ? $"{File}:{Line}:{Column}: {Message}" : $"{File}: {Message}";
}
