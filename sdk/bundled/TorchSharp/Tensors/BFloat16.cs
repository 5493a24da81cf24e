namespace TorchSharp;

/// <summary>A 16-bit number with the exponent of a <see cref="float"/> and 7 bits of fraction.</summary>
public readonly partial struct BFloat16 : IComparable<BFloat16>, IEquatable<BFloat16>, IComparable, IFormattable
{
    private readonly ushort raw;

    /// <summary>Rounds to the nearest value, ties to even.</summary>
    public BFloat16(float f) => raw = Round(f);

    private BFloat16(ushort raw, bool _) => this.raw = raw;

    public static BFloat16 FromRawValue(ushort rawValue) => new(rawValue, true);

    public float ToSingle() => BitConverter.UInt32BitsToSingle((uint)raw << 16);

    public int CompareTo(BFloat16 other) => ToSingle().CompareTo(other.ToSingle());

    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        BFloat16 other => CompareTo(other),
        _ => throw new ArgumentException("Only a BFloat16 can be compared with a BFloat16."),
    };

    public bool Equals(BFloat16 other) => ToSingle().Equals(other.ToSingle());

    public override bool Equals(object? obj) => obj is BFloat16 other && Equals(other);

    public override int GetHashCode() => ToSingle().GetHashCode();

    public override string ToString() => ToSingle().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string ToString(string? format, IFormatProvider? formatProvider) => ToSingle().ToString(format, formatProvider);

    private static ushort Round(float value)
    {
        if (float.IsNaN(value))
            return 0x7fc0;
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
    }
}
