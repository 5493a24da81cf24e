namespace Framework.Components.Models.Weights.Pickles;

/// <summary>An entry of a zip archive.</summary>
/// <param name="Start">The byte of the file where its content begins.</param>
/// <param name="Length">Bytes of it in the file.</param>
/// <param name="Crc">The checksum its content should have.</param>
internal sealed record ZipEntry(long Start, long Length, uint Crc)
{
    /// <summary>False where it is compressed or encrypted.</summary>
    public bool IsStored { get; init; }
}
