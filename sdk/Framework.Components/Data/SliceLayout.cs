using FellowOakDicom;

namespace Framework.Components.Data;

/// <summary>How the pixels of a slice lie in its bytes.</summary>
internal sealed record SliceLayout
{
    private const long GreatestPixels = 1 << 28;

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    public required int BitsAllocated { get; init; }

    public required int BitsStored { get; init; }

    public required int HighBit { get; init; }

    public required bool Signed { get; init; }

    /// <summary>MONOCHROME1: the least value is the brightest.</summary>
    public required bool Inverted { get; init; }

    public int Bytes => Rows * Columns * (BitsAllocated / 8);

    /// <param name="dataset">With pixel data.</param>
    /// <param name="name">How messages name the file.</param>
    /// <param name="frames">How many frames there must be.</param>
    public static SliceLayout Of(DicomDataset dataset, string name, int frames = 1)
    {
        if (!dataset.Contains(DicomTag.PixelData))
            throw Wrong(name, "the file has no pixel data");
        var allocated = Required(dataset, DicomTag.BitsAllocated, name);
        var stored = dataset.GetSingleValueOrDefault(DicomTag.BitsStored, allocated);
        var layout = new SliceLayout
        {
            Rows = Required(dataset, DicomTag.Rows, name),
            Columns = Required(dataset, DicomTag.Columns, name),
            BitsAllocated = allocated,
            BitsStored = stored,
            HighBit = dataset.GetSingleValueOrDefault(DicomTag.HighBit, (ushort)(stored - 1)),
            Signed = dataset.GetSingleValueOrDefault(DicomTag.PixelRepresentation, (ushort)0) == 1,
            Inverted = dataset.GetSingleValueOrDefault(DicomTag.PhotometricInterpretation, "").Trim() == "MONOCHROME1",
        };
        layout.Check(dataset, name, frames);
        return layout;
    }

    private void Check(DicomDataset dataset, string name, int expected)
    {
        var samples = dataset.GetSingleValueOrDefault(DicomTag.SamplesPerPixel, (ushort)1);
        var frames = dataset.GetSingleValueOrDefault(DicomTag.NumberOfFrames, 1);
        if (samples != 1)
            throw Wrong(name, $"the image has {samples} samples per pixel, and a slice has one grey value");
        if (frames != expected)
            throw Wrong(name, expected == 1 ? $"the file has {frames} frames, and one slice a file is expected" : $"the file has {frames} frames, and {expected} were indexed");
        if (BitsAllocated is not (8 or 16))
            throw Wrong(name, $"{BitsAllocated} bits are allocated for a pixel, and 8 or 16 can be read");
        if (BitsStored < 1 || BitsStored > BitsAllocated || HighBit >= BitsAllocated || HighBit < BitsStored - 1)
            throw Wrong(name, $"{BitsStored} bits stored up to bit {HighBit} do not fit into {BitsAllocated} allocated");
        if ((long)Rows * Columns > GreatestPixels)
            throw Wrong(name, FormattableString.Invariant($"the image has {Rows:N0} rows and {Columns:N0} columns, and at most {GreatestPixels:N0} pixels are read"));
        if (Rows == 0 || Columns == 0)
            throw Wrong(name, $"the image has {Rows} rows and {Columns} columns");
    }

    private static ushort Required(DicomDataset dataset, DicomTag tag, string name) => dataset.TryGetSingleValue(tag, out ushort value)
        ? value
        : throw Wrong(name, $"'{tag.DictionaryEntry.Keyword}' {tag} is missing");

    private static DataFormatException Wrong(string name, string fact) =>
        new($"{name}: {fact}. {DicomSlice.Remedy}");
}
