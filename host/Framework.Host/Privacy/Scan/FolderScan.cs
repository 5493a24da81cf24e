namespace Framework.Host.Privacy.Scan;

/// <summary>Looks through a folder for identities: those that are known, and whatever looks like one.</summary>
/// <param name="known">Identities of the data.</param>
internal sealed class FolderScan(KnownIdentities known)
{
    private const long LargestFile = 1 << 30;

    /// <summary>Every finding, ordered by file.</summary>
    public IEnumerable<ScanFinding> Of(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Order(StringComparer.Ordinal).SelectMany(path => Pieces(folder, path)).SelectMany(Judge).Distinct();

    private static IEnumerable<ScanPiece> Pieces(string folder, string path)
    {
        var name = Path.GetRelativePath(folder, path);
        yield return new ScanPiece(name, "name", name);
        if (new FileInfo(path).Length > LargestFile)
        {
            yield return new ScanPiece(name, "file", "", $"not looked at: larger than {LargestFile >> 20} MiB");
            yield break;
        }

        foreach (var piece in FileText.Of(name, File.ReadAllBytes(path)))
            yield return piece;
    }

    private IEnumerable<ScanFinding> Judge(ScanPiece piece)
    {
        if (piece.Personal is not null)
            return [new ScanFinding(piece.File, piece.Where, piece.Personal, piece.Text)];
        return known.In(piece.Text).Concat(LikelyIdentities.In(piece.Text)).Select(found => new ScanFinding(piece.File, piece.Where, found.What, found.Text));
    }
}
