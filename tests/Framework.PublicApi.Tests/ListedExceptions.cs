namespace Framework.PublicApi.Tests;

/// <summary>The members that are ours although the published package has none like them: a line <c>member # reason</c> each.</summary>
internal static class ListedExceptions
{
    public static IReadOnlyDictionary<string, string> Read() => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "exceptions.txt"))
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Select(line => line.Split(" # ", 2))
        .ToDictionary(parts => parts[0].Trim(), parts => parts.Length == 2 ? parts[1].Trim() : "");
}
