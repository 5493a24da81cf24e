using System.Text;

namespace Framework.Host.Terminal;

/// <summary>Spells our own signs in ASCII for locales that have no others; letters of the data become question marks on a terminal and stay as they are elsewhere.</summary>
internal sealed class AsciiWriter(TextWriter output, bool isTerminal) : TextWriter
{
    /// <inheritdoc />
    public override Encoding Encoding => output.Encoding;

    /// <inheritdoc />
    public override void Write(char value) => output.Write(Spell(value.ToString()));

    /// <inheritdoc />
    public override void Write(string? value) => output.Write(Spell(value ?? ""));

    /// <inheritdoc />
    public override void WriteLine(string? value) => output.WriteLine(Spell(value ?? ""));

    /// <inheritdoc />
    public override void Flush() => output.Flush();

    private string Spell(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var spelled = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            spelled.Append(Spell(rune));
        return spelled.ToString();
    }

    private string Spell(Rune rune) => rune.Value switch
    {
        <= 0x7F => rune.ToString(),
        '±' => "+-",
        '…' => "...",
        '×' => "x",
        '≥' => ">=",
        '≤' => "<=",
        '→' => "->",
        'µ' or 'μ' => "u",
        '–' or '—' or '−' => "-",
        '²' => "^2",
        '³' => "^3",
        '‘' or '’' => "'",
        '“' or '”' => "\"",
        0xA0 or 0x202F => " ",
        _ => isTerminal ? new string('?', Cells.Of(rune.ToString())) : rune.ToString(),
    };
}
