using System.Globalization;

namespace FellowOakDicom;

// The embedded table of the standard's tags. Reading all of its 5,000 entries takes 30 ms at start-up; one is read when it is asked for.
internal sealed class StandardTable
{
    private static readonly Lazy<StandardTable> Loaded = new(() => new StandardTable());

    private readonly string _text;
    private readonly int[] _lines = new int[DicomTag.StandardTags.Length];
    private readonly Lazy<DicomDictionaryEntry[]> _families;

    private StandardTable()
    {
        using var reader = new StreamReader(typeof(StandardTable).Assembly.GetManifestResourceStream("dictionary.txt")!);
        _text = reader.ReadToEnd();
        for (int line = 0, at = 0; line < _lines.Length; line++)
        {
            _lines[line] = at;
            at = _text.IndexOf('\n', at) + 1;
        }
        _families = new(() => [.. Enumerable.Range(0, _lines.Length).Where(IsFamily).Select(Read)]);
    }

    public static StandardTable Instance => Loaded.Value;

    // Tags such as (60xx,3000).
    public DicomDictionaryEntry[] Families => _families.Value;

    public IEnumerable<DicomDictionaryEntry> Entries => Enumerable.Range(0, _lines.Length).Select(Read);

    // The entry of exactly that tag, or null.
    public DicomDictionaryEntry Find(uint card)
    {
        var line = DicomTag.StandardTags.BinarySearch(card);
        if (line < 0)
            return null;
        while (line > 0 && DicomTag.StandardTags[line - 1] == card)
            line--; // a family comes after the single tag whose number it begins with
        return IsFamily(line) ? null : Read(line);
    }

    public DicomTag Find(string keyword)
    {
        var at = keyword.Length == 0 || keyword.Contains('\t', StringComparison.Ordinal)
            ? -1
            : _text.IndexOf($"\t{keyword}\t", StringComparison.Ordinal);
        if (at < 0)
            return null;
        var line = _lines.AsSpan().BinarySearch(at);
        return new DicomTag(DicomTag.StandardTags[~line - 1]);
    }

    private bool IsFamily(int line) => _text.AsSpan(_lines[line], 8).Contains('x');

    // tag, representations, multiplicity, keyword, R if retired, name
    private DicomDictionaryEntry Read(int line)
    {
        var end = _text.IndexOf('\n', _lines[line]);
        var cells = _text[_lines[line]..end].Split('\t');
        var vrs = Array.ConvertAll(cells[1].Split('/'), code => code == "NONE" ? DicomVR.NONE : DicomVR.Parse(code));
        var vm = cells[2] == "1" ? DicomVM.VM_1 : DicomVM.Parse(cells[2]);
        var retired = cells[4] == "R";
        if (IsFamily(line))
            return new DicomDictionaryEntry(DicomMaskedTag.Parse(cells[0]), cells[5], cells[3], vm, retired, vrs);
        var card = uint.Parse(cells[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new DicomDictionaryEntry(new DicomTag(card), cells[5], cells[3], vm, retired, vrs);
    }
}
