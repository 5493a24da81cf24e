using System.Globalization;

namespace FellowOakDicom;

public partial class DicomDictionary
{
    // Keywords as fields of DicomTag spell them: a retired element's ends in RETIRED where its field does.
    private static DicomDictionary ReadStandard()
    {
        var dictionary = new DicomDictionary();
        using var stream = typeof(DicomDictionary).Assembly.GetManifestResourceStream("dictionary.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            dictionary.Add(ReadEntry(line));
        return dictionary;
    }

    // tag, representations, multiplicity, keyword, R if retired, name
    private static DicomDictionaryEntry ReadEntry(string line)
    {
        var cells = line.Split('\t');
        var vrs = Array.ConvertAll(cells[1].Split('/'), code => code == "NONE" ? DicomVR.NONE : DicomVR.Parse(code));
        var vm = cells[2] == "1" ? DicomVM.VM_1 : DicomVM.Parse(cells[2]);
        var retired = cells[4] == "R";
        if (cells[0].Contains('x', StringComparison.Ordinal))
            return new DicomDictionaryEntry(DicomMaskedTag.Parse(cells[0]), cells[5], cells[3], vm, retired, vrs);
        var card = uint.Parse(cells[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new DicomDictionaryEntry(new DicomTag(card), cells[5], cells[3], vm, retired, vrs);
    }
}
