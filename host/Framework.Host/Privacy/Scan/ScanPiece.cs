namespace Framework.Host.Privacy.Scan;

/// <summary>A piece of text found in a file.</summary>
/// <param name="File">The file, relative to the scanned folder; of an archive with the entry after '!'.</param>
/// <param name="Where">A line, a tag, a chunk, or the name itself.</param>
/// <param name="Text">The text.</param>
/// <param name="Personal">What the place itself says that it is, such as a DICOM tag of the patient; null where it says nothing.</param>
internal sealed record ScanPiece(string File, string Where, string Text, string? Personal = null);
