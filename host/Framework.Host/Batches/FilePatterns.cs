using System.IO.Enumeration;
using Framework.Sdk;

namespace Framework.Host.Batches;

/// <summary>Files that a command line names, by themselves or by patterns such as <c>experiments/**/fold-*.yaml</c>.</summary>
internal static class FilePatterns
{
    private static readonly char[] Wild = ['*', '?'];

    /// <summary>The files in the order of the command line, those of a pattern by name; none twice.</summary>
    /// <exception cref="ExperimentException">Nothing is there for a word.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> words) => [.. words.SelectMany(Expand).DistinctBy(Path.GetFullPath)];

    private static IReadOnlyList<string> Expand(string word)
    {
        if (word.IndexOfAny(Wild) < 0)
            return File.Exists(word) ? [word] : throw new ExperimentException($"{word}: there is no such file. `batch` takes experiments and patterns such as 'experiments/**/*.yaml'.");
        var parts = word.Split('/');
        var fixedParts = parts.TakeWhile(part => part.IndexOfAny(Wild) < 0).ToList();
        var start = fixedParts.Count == 0 ? "." : string.Join('/', fixedParts) + (fixedParts is [""] ? "/" : "");
        IReadOnlyList<string> found = Directory.Exists(start) ? [.. Match(start, parts[fixedParts.Count..]).Order(StringComparer.Ordinal)] : [];
        return found.Count > 0 ? [.. found.Select(path => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path)] : throw new ExperimentException($"'{word}' matches no file.");
    }

    private static IEnumerable<string> Match(string folder, string[] parts) => parts switch
    {
        [] => [],
        ["**", .. var rest] => Match(folder, rest).Concat(Directory.EnumerateDirectories(folder).Where(IsShown).SelectMany(inner => Match(inner, parts))),
        [var last] => Directory.EnumerateFiles(folder).Where(path => Fits(last, path)),
        [var next, .. var rest] => Directory.EnumerateDirectories(folder).Where(path => Fits(next, path)).SelectMany(inner => Match(inner, rest)),
    };

    private static bool IsShown(string path) => !Path.GetFileName(path).StartsWith('.');

    private static bool Fits(string pattern, string path) => (IsShown(path) || pattern.StartsWith('.')) && FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path), ignoreCase: false);
}
