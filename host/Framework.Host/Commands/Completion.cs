using System.CommandLine;
using System.Globalization;

namespace Framework.Host.Commands;

/// <summary>What could stand next on a line that is being typed. Shells ask for it as .NET's own tools are asked: <c>framework [suggest:12] "framework ru"</c>.</summary>
internal static class Completion
{
    private const string Begin = "[suggest:";

    /// <summary>Whether a shell asks.</summary>
    public static bool IsAsked(IReadOnlyList<string> words) => words is [var first, _] && first.StartsWith(Begin, StringComparison.Ordinal) && first.EndsWith(']');

    /// <summary>What could stand there, in order; nothing where it is for the shell to say, as for files.</summary>
    public static IReadOnlyList<string> Of(Command root, IReadOnlyList<string> words)
    {
        var line = words[1];
        var typed = line.TrimStart().Split(' ')[0]; // ./framework, or wherever it stands
        var before = line.IndexOf(typed, StringComparison.Ordinal) + typed.Length;
        if (!int.TryParse(words[0].AsSpan(Begin.Length, words[0].Length - Begin.Length - 1), CultureInfo.InvariantCulture, out var position) || position < before)
            return [];
        return [.. root.Parse(line[before..Math.Min(position, line.Length)]).GetCompletions(position - before).Select(completion => completion.Label).Where(IsWord).Distinct().Order(StringComparer.Ordinal)];
    }

    // Help has four more names than anyone needs to be told.
    private static bool IsWord(string label) => label.StartsWith("--", StringComparison.Ordinal) || char.IsAsciiLetterOrDigit(label[0]);
}
