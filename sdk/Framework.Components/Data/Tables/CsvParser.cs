using System.Text;

namespace Framework.Components.Data.Tables;

/// <summary>Splits text into records as RFC 4180 has them: fields in quotes may hold delimiters, line breaks and doubled quotes.</summary>
internal sealed class CsvParser(string text, char delimiter, string name)
{
    private const char Quote = '"';
    private readonly StringBuilder _field = new();
    private int _at;
    private int _line = 1;

    /// <summary>The next record; null after the last one. A line without anything is none.</summary>
    /// <exception cref="DataFormatException">A quote stands where none can.</exception>
    public CsvRow? Next()
    {
        while (AtLineEnd)
            EndLine();
        if (_at >= text.Length)
            return null;
        var line = _line;
        var cells = new List<string>();
        do
            cells.Add(Field());
        while (Take(delimiter));
        if (_at < text.Length)
            EndLine();
        return new CsvRow(line, cells);
    }

    private string Field()
    {
        if (_at < text.Length && text[_at] == Quote)
            return Quoted();
        var from = _at;
        while (_at < text.Length && text[_at] != delimiter && !AtLineEnd)
        {
            if (text[_at] == Quote)
                throw Wrong(_line, _at, "a quote stands within a field that does not begin with one. Put the whole field in quotes and double the ones within.");
            _at++;
        }

        return text[from.._at].Trim();
    }

    private string Quoted()
    {
        var (line, opened) = (_line, _at++);
        _field.Clear();
        while (true)
        {
            if (_at >= text.Length)
                throw Wrong(line, opened, "the quote that opens here is never closed. Close it, or double it where it belongs to the text.");
            var character = text[_at++];
            if (character == Quote && !Take(Quote))
                break;
            _line += character == '\n' ? 1 : 0;
            _field.Append(character);
        }

        if (_at < text.Length && text[_at] != delimiter && !AtLineEnd)
            throw Wrong(_line, _at, "text follows the closing quote of a field. A delimiter or the end of the line must.");
        return _field.ToString().Trim();
    }

    private bool AtLineEnd => _at < text.Length && (text[_at] is '\r' or '\n');

    private bool Take(char expected)
    {
        var found = _at < text.Length && text[_at] == expected;
        _at += found ? 1 : 0;
        return found;
    }

    private void EndLine()
    {
        Take('\r');
        Take('\n');
        _line++;
    }

    private DataFormatException Wrong(int line, int at, string fact)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        return new DataFormatException(FormattableString.Invariant($"{name}:{line}:{at - start + 1}: {fact}"));
    }
}
