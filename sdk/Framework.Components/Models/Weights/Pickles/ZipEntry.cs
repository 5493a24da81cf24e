namespace Framework.Components.Models.Weights.Pickles;

/// <summary>A stored entry of a zip archive.</summary>
/// <param name="Start">The byte of the file where its content begins.</param>
/// <param name="Length">Bytes of its content.</param>
/// <param name="Crc">The checksum its content should have.</param>
internal sealed record ZipEntry(long Start, long Length, uint Crc);
