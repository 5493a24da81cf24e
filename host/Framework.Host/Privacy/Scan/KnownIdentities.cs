namespace Framework.Host.Privacy.Scan;

/// <summary>Identities of some data, to be found in text however they are written: in any case, with any signs between their words.</summary>
internal sealed class KnownIdentities
{
    private const int LeastLetters = 4;
    private readonly Dictionary<string, List<(string[] Words, string What)>> _byFirst = new(StringComparer.Ordinal);
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _all.Count;

    /// <summary>How many were too short to be told from any other word.</summary>
    public int TooShort { get; private set; }

    /// <summary>Adds an identity; one of fewer than four letters or digits cannot be looked for.</summary>
    public void Add(string text, string what)
    {
        var words = Split(text).Select(word => word.Text).ToArray();
        var letters = words.Sum(word => word.Length);
        if (letters == 0 || !_all.Add(string.Join(' ', words)))
            return;
        if (letters < LeastLetters)
        {
            _all.Remove(string.Join(' ', words));
            TooShort++;
            return;
        }

        if (!_byFirst.TryGetValue(words[0], out var same))
            _byFirst.Add(words[0], same = []);
        same.Add((words, what));
    }

    /// <summary>Everything of somebody's that stands in the text.</summary>
    public IEnumerable<(string What, string Text)> In(string text)
    {
        if (_byFirst.Count == 0)
            return [];
        var words = Split(text);
        var found = new List<(string, string)>();
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var (identity, what) in _byFirst.GetValueOrDefault(words[at].Text) ?? [])
            {
                if (Matches(words, at, identity))
                    found.Add((what, text[words[at].From..words[at + identity.Length - 1].To]));
            }
        }

        return found;
    }

    private static bool Matches(List<(string Text, int From, int To)> words, int at, string[] identity)
    {
        for (var i = 0; i < identity.Length; i++)
        {
            // Words of one identity stand close together: a few signs between them, not half a page.
            if (at + i >= words.Count || words[at + i].Text != identity[i] || (i > 0 && words[at + i].From - words[at + i - 1].To > 3))
                return false;
        }

        return true;
    }

    private static List<(string Text, int From, int To)> Split(string text)
    {
        var words = new List<(string, int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                at++;
            if (at > from)
                words.Add((text[from..at].ToLowerInvariant(), from, at));
            else
                at++;
        }

        return words;
    }
}
