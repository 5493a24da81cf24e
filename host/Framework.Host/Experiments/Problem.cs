namespace Framework.Host.Experiments;

/// <summary>One mistake in an experiment.</summary>
/// <param name="File">The file, or the command-line option that gave the value.</param>
/// <param name="Line">From 1; 0 where there is no line to point at.</param>
/// <param name="Column">From 1; 0 where there is no line to point at.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
internal sealed record Problem(string File, int Line, int Column, string Message)
{
    /// <summary><c>file:line:column: message</c></summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}:{Column}: {Message}" : $"{File}: {Message}";
}
