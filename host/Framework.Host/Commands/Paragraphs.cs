namespace Framework.Host.Commands;

/// <summary>Sentences under headings, broken into lines that fit a terminal.</summary>
internal sealed class Paragraphs(TextWriter output)
{
    private const int Width = 100;
    private string _heading = "";

    /// <summary>Writes a sentence; its heading where it is another than before.</summary>
    public void Write(string heading, string words)
    {
        if (heading != _heading)
            output.WriteLine(_heading.Length == 0 ? heading : $"\n{heading}");
        _heading = heading;
        foreach (var line in Lines(words, Width - 2))
            output.WriteLine($"  {line}");
    }

    /// <summary>The words in lines of at most so many letters; a longer word has a line of its own.</summary>
    public static IEnumerable<string> Lines(string words, int width)
    {
        var line = "";
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : $" {word}";
        }

        if (line.Length > 0)
            yield return line;
    }
}
