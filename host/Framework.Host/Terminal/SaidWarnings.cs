using System.Globalization;

namespace Framework.Host.Terminal;

/// <summary>Warnings that have scrolled away by the end of a command, so that they can be said once more.</summary>
internal sealed class SaidWarnings
{
    private const int Far = 10; // lines; what stands closer is still seen
    private const int Most = 20;
    private readonly List<(string Text, int Line)> _warnings = [];
    private int _lines;

    /// <summary>Notes that something else was said.</summary>
    public void Pass(string text) => _lines += 1 + text.Count(letter => letter == '\n');

    /// <summary>Notes that a piece of work began, during which people look away.</summary>
    public void PassWork() => _lines += Far;

    /// <summary>Notes a warning.</summary>
    public void Add(string text) => _warnings.Add((text, _lines));

    /// <summary>Those that are far above, each once, with how often it was said; they count as said from now on.</summary>
    public IReadOnlyList<string> Take()
    {
        var far = _warnings.Where(warning => _lines - warning.Line >= Far).GroupBy(warning => warning.Text).ToList();
        _warnings.Clear();
        IEnumerable<string> shown = far.Take(Most).Select(same => same.Count() == 1 ? same.Key : string.Create(CultureInfo.InvariantCulture, $"{same.Key} (said {same.Count()} times)"));
        return [.. shown, .. far.Count > Most ? [string.Create(CultureInfo.InvariantCulture, $"and {far.Count - Most} more, above")] : Array.Empty<string>()];
    }
}
