using System.Text.RegularExpressions;
using Framework.Components.Data.Tables;
using Framework.Sdk;

namespace Framework.Host.Privacy.Scan;

/// <summary>Gathers the identities of some data: from headers of DICOM files, from identifying columns of tables, and from names of files.</summary>
internal static partial class IdentityHarvest
{
    private const double MostlyDifferent = 0.9;
    private const int EnoughRows = 10;
    private const int NameLetters = 4;

    /// <summary>Everything that identifies somebody or something in a folder of data.</summary>
    public static KnownIdentities Of(string folder)
    {
        var known = new KnownIdentities();
        var files = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).ToList();
        foreach (var path in files)
        {
            if (Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".tsv")
                AddTable(known, path);
            else
                AddHeader(known, path);
        }

        AddNames(known, folder, [.. files.Where(path => Path.GetExtension(path) is not (".csv" or ".tsv" or ".json" or ".yaml" or ".md"))]);
        return known;
    }

    private static void AddHeader(KnownIdentities known, string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[256];
        if (!DicomText.IsDicom(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]))
            return;
        foreach (var (tag, text, personal) in DicomText.Of(File.ReadAllBytes(path)).Where(item => item.Personal is not null))
        {
            known.Add(text, $"{personal} of the data's headers");
            if (tag.EndsWith("Name", StringComparison.Ordinal) && text.Contains('^', StringComparison.Ordinal))
            {
                foreach (var part in text.Split('^', ' ', '=').Where(part => part.Length >= NameLetters))
                    known.Add(part, $"{personal} of the data's headers");
            }
        }
    }

    private static void AddTable(KnownIdentities known, string path)
    {
        foreach (var delimiter in Enum.GetValues<CsvDelimiter>())
        {
            try
            {
                var table = CsvTable.Parse(File.ReadAllBytes(path), "table", delimiter);
                for (var column = 0; column < table.Columns.Count; column++)
                    AddColumn(known, table, column);
                if (table.Columns.Count > 1)
                    return;
            }
            catch (DataFormatException)
            {
                // Another delimiter may fit; a table that none fits has no columns to look at.
            }
        }
    }

    private static void AddColumn(KnownIdentities known, CsvTable table, int column)
    {
        var cells = table.Rows.Select(row => row.Cells[column]).Where(cell => cell.Length > 0).ToList();
        var different = cells.Distinct(StringComparer.Ordinal).ToList();
        var telling = cells.Count >= EnoughRows && different.Count >= MostlyDifferent * cells.Count && !cells.TrueForAll(cell => Number().IsMatch(cell));
        if (!telling && !Identifying().IsMatch(table.Columns[column]))
            return;
        foreach (var cell in different.Where(cell => !Number().IsMatch(cell) || cell.Length >= NameLetters + 1))
            known.Add(cell, $"a value of the table's column '{table.Columns[column]}'");
    }

    /// <summary>Names of files, and of folders that do not hold everything: the folder of all images says nothing of anybody.</summary>
    private static void AddNames(KnownIdentities known, string folder, List<string> files)
    {
        var paths = files.Select(path => Path.GetRelativePath(folder, path).Split('/')).ToList();
        foreach (var name in paths.SelectMany(parts => parts.SkipLast(1).Distinct(StringComparer.Ordinal)).CountBy(part => part).Where(pair => pair.Value * 2 <= paths.Count))
            known.Add(name.Key, "the name of a folder of the data");
        foreach (var stem in paths.Select(parts => parts[^1].Split('.')[0]).CountBy(stem => stem).Where(pair => pair.Value * 2 <= paths.Count || paths.Count == 1))
            known.Add(stem.Key, "the name of a file of the data");
    }

    [GeneratedRegex(@"^-?\d*[.,]?\d*$")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?i)name|patient|subject|mrn|(^|[_ ])(id|nr|no)($|[_ ])|^id|id$|birth|dob|date|accession|study|series|path|file|mail|phone|address|insur|physician|comment|report")]
    private static partial Regex Identifying();
}
