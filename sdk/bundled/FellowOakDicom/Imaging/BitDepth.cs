namespace FellowOakDicom.Imaging;

/// <summary>How many bits a sample takes, and which of them count.</summary>
public class BitDepth
{
    public BitDepth(int allocated, int stored, int highBit, bool signed)
    {
        BitsAllocated = allocated;
        BitsStored = stored;
        HighBit = highBit;
        IsSigned = signed;
    }

    public int BitsAllocated { get; private set; }

    public int BitsStored { get; private set; }

    public int HighBit { get; private set; }

    public bool IsSigned { get; private set; }

    public int MaximumValue => GetMaximumValue(BitsStored, IsSigned);

    public int MinimumValue => GetMinimumValue(BitsStored, IsSigned);

    public static int GetMaximumValue(int bitsStored, bool isSigned) =>
        (int)Math.Min((1L << (isSigned ? bitsStored - 1 : bitsStored)) - 1, int.MaxValue);

    public static int GetMinimumValue(int bitsStored, bool isSigned) => isSigned ? (int)-(1L << (bitsStored - 1)) : 0;

    public static int GetHighBit(int bitsStored, bool isSigned) => isSigned ? bitsStored - 2 : bitsStored - 1;

    public static int GetNextPowerOf2(int value) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)value);

    /// <summary>As the attributes of an image say.</summary>
    public static BitDepth FromDataset(DicomDataset dataset)
    {
        var allocated = dataset.GetSingleValue<ushort>(DicomTag.BitsAllocated);
        var stored = dataset.GetSingleValueOrDefault(DicomTag.BitsStored, allocated);
        return new BitDepth(
            allocated,
            stored,
            dataset.GetSingleValueOrDefault(DicomTag.HighBit, (ushort)(stored - 1)),
            dataset.GetSingleValueOrDefault(DicomTag.PixelRepresentation, (ushort)0) == 1);
    }

    public override string ToString() => $"Bits Allocated: {BitsAllocated}; Bits Stored: {BitsStored}; High Bit: {HighBit}; Signed: {IsSigned}";
}
