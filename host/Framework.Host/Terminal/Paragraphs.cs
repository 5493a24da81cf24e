namespace Framework.Host.Terminal;

/// <summary>Sentences under headings, broken into lines that fit a terminal.</summary>
/// <param name="output">Where they go.</param>
/// <param name="width">Columns of the terminal; null where none is there.</param>
internal sealed class Paragraphs(TextWriter output, int? width)
{
    private const int Widest = 100;
    private string _heading = "";

    /// <summary>Writes a sentence; its heading where it is another than before.</summary>
    public void Write(string heading, string words)
    {
        if (heading != _heading)
            output.WriteLine(_heading.Length == 0 ? heading : $"\n{heading}");
        _heading = heading;
        foreach (var line in Lines(words, Math.Min(width ?? Widest, Widest) - 2))
            output.WriteLine($"  {line}");
    }

    /// <summary>The words in lines of at most so many columns; a longer word has a line of its own.</summary>
    /// <param name="words">The words, parted by spaces.</param>
    /// <param name="width">The columns.</param>
    /// <param name="indent">Spaces before every line but the first.</param>
    public static IEnumerable<string> Lines(string words, int width, int indent = 0)
    {
        var (line, used, isEmpty) = ("", 0, true);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var columns = Cells.Of(word);
            if (!isEmpty && used + 1 + columns > width)
            {
                yield return line;
                (line, used, isEmpty) = (new string(' ', indent), indent, true);
            }

            (line, used) = isEmpty ? (line + word, used + columns) : ($"{line} {word}", used + 1 + columns);
            isEmpty = false;
        }

        if (!isEmpty)
            yield return line;
    }
}
