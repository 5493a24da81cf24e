namespace Framework.Host.Commands;

/// <summary>The command line as a person would type it again.</summary>
internal static class CommandWords
{
    /// <summary>What this process was called with.</summary>
    public static string OfProcess() => Join(Environment.GetCommandLineArgs().Skip(1));

    /// <summary>The same words without those that ask for a run of its own: what goes on with the run.</summary>
    public static string Resuming(IEnumerable<string> words) => Join(words.Where(word => word != "--new"));

    /// <summary>The same of a whole command line.</summary>
    public static string Resuming(string line) => string.Join(' ', line.Split(' ').Where(word => word != "--new"));

    /// <summary><c>./framework</c> and the words, quoted for a shell where they must be.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote).Prepend("./framework"));

    /// <summary>A word as a shell takes it.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./=:,+@%".Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
