using System.Globalization;

namespace FellowOakDicom;

/// <summary>A family of tags, such as the overlays (60xx,3000): a number, and a mask of the bits that must agree.</summary>
public sealed class DicomMaskedTag : IFormattable
{
    public const uint FullMask = 0xffffffff;

    public DicomMaskedTag(DicomTag tag) => Tag = tag;

    private DicomMaskedTag(uint card, uint mask)
        : this(new DicomTag(card)) => Mask = mask;

    public DicomTag Tag { get; set; }

    public ushort Group => Tag.Group;

    public ushort Element => Tag.Element;

    public uint Card => Tag.Card & Mask;

    public uint Mask { get; } = FullMask;

    public static DicomMaskedTag Parse(string group, string element) => Parse(group + element);

    /// <summary>Reads "(60xx,3000)" or "60xx3000", an x standing for any digit.</summary>
    /// <exception cref="DicomDataException">The text is not eight hexadecimal digits or x.</exception>
    public static DicomMaskedTag Parse(string s)
    {
        var text = s.Trim().TrimStart('(').TrimEnd(')').Replace(",", "", StringComparison.Ordinal).ToLowerInvariant();
        if (text.Length != 8 || !text.All(c => c == 'x' || char.IsAsciiHexDigit(c)))
            throw new DicomDataException($"'{s}' is not a masked tag. Give eight hexadecimal digits, x for any digit: '(60xx,3000)'.");
        var mask = string.Concat(text.Select(c => c == 'x' ? '0' : 'f'));
        return new DicomMaskedTag(Hexadecimal(text.Replace('x', '0')), Hexadecimal(mask));
    }

    public bool IsMatch(DicomTag tag) => Card == (tag.Card & Mask);

    public override string ToString() => ToString("G", null);

    public string ToString(string format, IFormatProvider formatProvider)
    {
        var digits = Card.ToString("x8", CultureInfo.InvariantCulture);
        var mask = Mask.ToString("x8", CultureInfo.InvariantCulture);
        var shown = string.Concat(digits.Select((c, i) => mask[i] == 'f' ? c : 'x'));
        return $"({shown[..4]},{shown[4..]})";
    }

    private static uint Hexadecimal(string digits) => uint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
