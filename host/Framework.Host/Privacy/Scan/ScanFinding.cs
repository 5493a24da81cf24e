namespace Framework.Host.Privacy.Scan;

/// <summary>Something in a folder that looks like an identity, or is one.</summary>
/// <param name="File">The file, relative to the scanned folder; of an archive with the entry after '!'.</param>
/// <param name="Where">A line, a tag, a chunk, or the name itself.</param>
/// <param name="What">What it looks like.</param>
/// <param name="Text">What stands there.</param>
internal sealed record ScanFinding(string File, string Where, string What, string Text)
{
    private const int Shown = 2;

    /// <summary>Enough to recognise it by, and not enough to give it away.</summary>
    public string Masked => $"{Text[..Math.Min(Shown, Text.Length)]}... ({Text.Length} characters)";
}
