namespace Framework.Sdk;

/// <summary>One thing that is wrong with the data.</summary>
/// <param name="Place">The file (relative to the data's root), or file and line.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record DataProblem(string Place, string Message)
{
    /// <summary><c>place: message</c></summary>
    public override string ToString() => $"{Place}: {Message}";
}
